import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..');
const BLOCK = /^```ts (\S+)\n([\s\S]*?)^```$/gm;

/** The text without what the place of an excerpt changes: its indentation. */
const lines = (text: string): string => text.replace(/^ +/gm, '').trim();

describe('docs/adding-a-resource.md', () => {
  const text = readFileSync(join(ROOT, 'docs/adding-a-resource.md'), 'utf8');
  const excerpts = [...text.matchAll(BLOCK)].map(([, path = '', code = '']) => [path, code] as const);

  it('shows code', () => {
    expect(excerpts.length).toBeGreaterThan(5);
  });

  it.each(excerpts)('shows %s as it is', (path, code) => {
    expect(lines(readFileSync(join(ROOT, path), 'utf8'))).toContain(lines(code));
  });
});
