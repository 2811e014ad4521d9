import * as fc from 'fast-check';
import { writeCopyLine } from './stage-row';

/** What COPY reads from a line: cells between tabs, a backslash before characters that are escaped. */
function readCopyLine(line: string): (string | null)[] {
  const letters: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', '\\': '\\' };
  return line
    .slice(0, -1)
    .split('\t')
    .map((cell) =>
      cell === '\\N' ? null : cell.replace(/\\(.)/g, (_, letter: string) => letters[letter] ?? '?'),
    );
}

describe('writeCopyLine', () => {
  it('gives every text and null back when it is read as COPY reads it', () => {
    const text = fc.string({
      unit: fc.constantFrom('\\', '\t', '\n', '\r', 'N', 't', '.', '"', 'é', '😀'),
      maxLength: 12,
    });
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.oneof(text, fc.string())), { minLength: 1, maxLength: 5 }),
        (values) => {
          const line = writeCopyLine(values);
          expect(line.indexOf('\n')).toBe(line.length - 1);
          expect(readCopyLine(line)).toEqual(values);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('writes numbers as they are, and null apart from a text that looks like it', () => {
    expect(writeCopyLine([1, null, '\\N', ''])).toBe('1\t\\N\t\\\\N\t\n');
  });
});
