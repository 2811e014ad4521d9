import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const ROOT = join(__dirname, '..');
const MAX_PROSE = 100;
/** Written by users, built, or removed since: texts name these and no checkout has them. */
const NOT_IN_A_CHECKOUT = /^(dist|data|node_modules|coverage)\/|<|…|credit-rating/;

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** Paths below a folder, with `/` at the end of the folders among them. */
function pathsBelow(folder: string): string[] {
  if (!existsSync(join(ROOT, folder))) return [];
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true }).map((entry) => {
    const path = relative(ROOT, join(entry.parentPath, entry.name));
    return entry.isDirectory() ? `${path}/` : path;
  });
}

const MARKDOWN = [
  ...['README.md', 'CONTRIBUTING.md', 'SECURITY.md'].filter((path) => existsSync(join(ROOT, path))),
  ...pathsBelow('docs').filter((path) => path.endsWith('.md')),
];
const FOLDERS = [
  'src',
  'test',
  'migrations',
  'console',
  'bench',
  'scripts',
  'docs',
  'examples',
  'deploy',
  '.ci',
];
const PATHS = FOLDERS.flatMap((folder) => [`${folder}/`, ...pathsBelow(folder)]);

/** The text without its blocks of code. */
const withoutCode = (text: string): string => text.replace(/^```[\s\S]*?^```$/gm, '');

const CITATION = /docs\/contract\.md (\d(?:\.\d+)?)(?: and (\d(?:\.\d+)?))?/g;

describe('docs/contract.md', () => {
  const sections = [...read('docs/contract.md').matchAll(/^#{2,3} (\d(?:\.\d+)?)\.? /gm)].map(
    ([, number]) => number,
  );
  const sources = PATHS.filter((path) =>
    /^(src|test|migrations|console|bench|scripts)\/.*\.(tsx?|mjs|cjs)$/.test(path),
  );

  it('numbers its sections without a gap', () => {
    const next = sections.map((number = '', at) => {
      const [chapter = 0, section = 0] = (sections[at - 1] ?? '0').split('.').map(Number);
      return number.includes('.') ? `${chapter}.${section + 1}` : String(chapter + 1);
    });
    expect(sections).toEqual(next);
  });

  it('has every section that a comment cites', () => {
    const cited = sources.flatMap((path) =>
      [...read(path).matchAll(CITATION)].flatMap(([, one = '', two]) =>
        [one, ...(two === undefined ? [] : [two])].map((section) => [path, section] as const),
      ),
    );
    expect(cited.length).toBeGreaterThan(10);
    expect(cited.filter(([, section]) => !sections.includes(section))).toEqual([]);
  });

  it('is cited with a section, and no comment cites another copy of it', () => {
    const bare = /\bCONTRACT \d|contract\.md(?! \d)/;
    const wrong = sources.filter((path) => !path.endsWith('docs-text.spec.ts') && bare.test(read(path)));
    expect(wrong).toEqual([]);
  });

  it('has every section that it and the other pages refer to', () => {
    const referred = [...read('docs/contract.md').matchAll(/\b[Ss]ections?\s+(\d(?:\.\d+)?)/g)];
    expect(referred.map(([, section]) => section).filter((section) => !sections.includes(section))).toEqual(
      [],
    );
  });
});

/**
 * True for a path of the checkout: a whole one, one below src/, or the end of one, where `*` matches
 * any name.
 */
function isPath(text: string): boolean {
  const pattern = text.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^/]*');
  const whole = new RegExp(`(^|/)${pattern}/?$`);
  return PATHS.some((path) => whole.test(path));
}

describe('the pages', () => {
  it.each(MARKDOWN)('%s names files that exist', (path) => {
    const named = [...withoutCode(read(path)).matchAll(/`([\w.*/-]+)`/g)]
      .map(([, text = '']) => text)
      .filter((text) =>
        /\.(tsx?|mjs|cjs|md|csv|sh|py)$|^(src|test|migrations|console|bench|scripts|docs)\//.test(text),
      )
      .filter((text) => text.includes('/') && !text.startsWith('/') && !NOT_IN_A_CHECKOUT.test(text));
    expect(named.filter((text) => !isPath(text))).toEqual([]);
  });

  it.each(MARKDOWN)(`%s has no line of prose over ${String(MAX_PROSE)} characters`, (path) => {
    const prose = withoutCode(read(path))
      .split('\n')
      .filter((line) => !/^\s*\||\]\([^)]*$|^\s*- \[[^\]]*\]\(\S+\)$/.test(line));
    expect(
      prose.filter(
        (line) =>
          [...line].length > MAX_PROSE &&
          line
            .trim()
            .replace(/`[^`]*`/g, 'code')
            .includes(' '),
      ),
    ).toEqual([]);
  });
});

describe('docs/adr', () => {
  const adrs = pathsBelow('docs/adr').filter((path) => /\/\d{4}-[^/]*\.md$/.test(path));
  const HEADINGS = ['Context', 'Decision', 'Alternatives considered', 'Consequences'];

  it.each(adrs)('%s has a status, a date and the four sections', (path) => {
    const text = read(path);
    const number = Number(/\/(\d{4})-/.exec(path)?.[1]);
    expect(text).toMatch(new RegExp(`^# ${String(number)}\\. `));
    expect(text).toMatch(/^- Status: (accepted|replaced by|replaced in part by)/m);
    expect(text).toMatch(/^- Date: \d{4}-\d{2}-\d{2}$/m);
    expect([...text.matchAll(/^## (.*)$/gm)].map(([, title]) => title)).toEqual(HEADINGS);
  });

  it('are listed in README.md, each by its number and title', () => {
    const listed = [...read('docs/adr/README.md').matchAll(/^\| (\d{4}) +\| \[(.*)\]\((.*)\)/gm)].map(
      ([, number, title, file]) => [number, title, file],
    );
    const wanted = adrs.toSorted().map((path) => {
      const file = path.slice('docs/adr/'.length);
      return [file.slice(0, 4), /^# \d+\. (.*)$/m.exec(read(path))?.[1], file];
    });
    expect(listed).toEqual(wanted);
  });
});
