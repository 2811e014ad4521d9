import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { VARIABLES } from '../src/config/settings';
import { PROBLEMS } from '../src/http/problem/problem-codes';
import { BUILT_IN_PROFILES } from '../src/profiles/built-in';
import { RESOURCES } from '../src/resources/resources.module';

const ROOT = join(__dirname, '..');

const read = (path: string): Promise<string> => readFile(join(ROOT, path), 'utf8');

/** The cells of the rows of the first table under a heading, without the two lines of its head. */
function tableUnder(markdown: string, heading: string): string[][] {
  const lines = markdown.split('\n');
  const from = lines.findIndex((line) => /^#+ /.test(line) && line.replace(/^#+ /, '') === heading);
  if (from < 0) throw new Error(`There is no heading "${heading}".`);
  const first = lines.findIndex((line, at) => at > from && line.startsWith('|'));
  const rows: string[][] = [];
  for (let at = first + 2; lines[at]?.startsWith('|'); at++) {
    const cells = (lines[at] ?? '').slice(1, -1).split(/(?<!\\)\|/);
    rows.push(cells.map((cell) => cell.trim()));
  }
  return rows;
}

/** What is between backticks in a cell. */
const codes = (cell = ''): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, code]) => code ?? '');

const firstCodes = (rows: string[][]): string[] => rows.flatMap(([cell]) => codes(cell));

/** Every TypeScript file of these folders of src, tests left out. */
async function sources(...folders: string[]): Promise<string> {
  const texts = folders.map(async (folder) => {
    const files = await readdir(join(ROOT, 'src', folder), { recursive: true });
    const code = files.filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'));
    return Promise.all(code.map((file) => read(join('src', folder, file))));
  });
  return (await Promise.all(texts)).flat().join('\n');
}

/** The codes that a text creates: after `code:`, first in a FileError, in the SQL of a rule. */
function codesIn(text: string): string[] {
  const patterns = [
    /\bcode: '([a-z_0-9]+)'/g,
    /new (?:FileError|ExportError)\(\s*'([a-z_0-9]+)'/g,
    /\.issue\(\s*'([a-z_0-9]+)'/g,
    /BindingError\(\s*'([a-z_0-9]+)'/g,
    /this\.refuse\(\s*[^,]+,\s*'([a-z_0-9]+)'/g,
    /SELECT j\._row, j\._line, (?:[^,]|\$\{[^}]*\})+, '([a-z_0-9]+)'/g,
  ];
  return [
    ...new Set(patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([, code]) => code ?? ''))),
  ];
}

describe('the settings table of docs/operations.md', () => {
  it('says of every variable what the code says', async () => {
    const rows = tableUnder(await read('docs/operations.md'), 'Settings');
    const wanted = Object.values(VARIABLES).map(({ name, default: fallback, describe }) => [
      `\`${name}\``,
      String(fallback) === '' ? '' : `\`${String(fallback)}\``,
      describe,
    ]);
    expect(rows).toEqual(wanted);
  });
});

describe('the table of resource types in docs/files.md', () => {
  it('lists every resource with its natural key and whether it is imported and exported', async () => {
    const rows = tableUnder(await read('docs/files.md'), 'Resource types').map((cells) => cells.slice(0, 4));
    const word = (is: boolean): string => (is ? 'yes' : 'no');
    const wanted = RESOURCES.map(({ name, importable, exportable, naturalKey }) => [
      `\`${name}\``,
      word(importable === true),
      word(exportable),
      `\`${naturalKey.join(', ')}\``,
    ]);
    expect(rows.toSorted()).toEqual(wanted.toSorted());
  });

  it('names the columns of those that have a file, custom fields in their place', async () => {
    for (const [name = '', , , , columns = ''] of tableUnder(await read('docs/files.md'), 'Resource types')) {
      const resource = RESOURCES.find((candidate) => `\`${candidate.name}\`` === name);
      if (!resource?.exportable) continue;
      const named = new Set(codes(columns).flatMap((list) => list.split(', ')));
      expect([name, [...named].toSorted()]).toEqual([name, [...resource.fields.keys()].toSorted()]);
      expect([name, /custom fields|each item/.test(columns)]).toEqual([name, resource.customFields !== null]);
    }
  });
});

describe('the table of docs/profiles.md', () => {
  it('has every built-in profile, and what an import with it must give', async () => {
    const rows = tableUnder(await read('docs/profiles.md'), 'Built-in profiles');
    const wanted = BUILT_IN_PROFILES.map(({ identifier, reads, resourceType, give, fields }) => [
      `\`${identifier}\``,
      reads,
      `\`${resourceType}\``,
      give,
      fields.length === 0 ? '' : `\`${fields.join(', ')}\``,
    ]);
    expect(rows).toEqual(wanted);
  });
});

describe('docs/errors.md', () => {
  let markdown: string;

  beforeAll(async () => {
    markdown = await read('docs/errors.md');
  });

  const documented = (): string[] =>
    [
      'Row errors',
      'Errors of the file',
      'Warnings',
      'Questions of an inspection',
      'Errors of a job',
      'Problems',
    ]
      .flatMap((heading) => firstCodes(tableUnder(markdown, heading)))
      .concat(firstCodes(membersTable()));

  const membersTable = (): string[][] =>
    tableUnder(markdown.replace(/^Members of `errors\[\]`/m, '# members\n$&'), 'members');

  it('lists every problem with its status and meaning', () => {
    const wanted = Object.entries(PROBLEMS).map(([code, { status, description }]) => [
      `\`${code}\``,
      String(status),
      description,
    ]);
    expect(tableUnder(markdown, 'Problems')).toEqual(wanted);
  });

  it('lists every code that the code of Almagest knows', async () => {
    const text = await sources('.');
    const known = codesIn(text);
    expect(known.length).toBeGreaterThan(40);
    expect(known.filter((code) => !documented().includes(code))).toEqual([]);
  });

  it('lists no code that is nowhere in the code', async () => {
    const text = await sources('.');
    const unknown = documented().filter((code) => !text.includes(`'${code}'`) && !text.includes(`${code}:`));
    expect(unknown).toEqual([]);
  });

  it('lists among row errors and file errors each code that reading and classifying a file can give', async () => {
    const listed = ['Row errors', 'Errors of the file', 'Warnings', 'Errors of a job'].flatMap((heading) =>
      firstCodes(tableUnder(markdown, heading)),
    );
    const known = codesIn(
      (
        await Promise.all([
          sources('formats'),
          sources('catalog/kinds'),
          sources('catalog/reading'),
          sources('catalog/importing'),
          sources('imports/pipeline'),
          sources('imports/reading'),
          sources('jobs'),
        ])
      ).join('\n'),
    );
    expect(known.filter((code) => !listed.includes(code))).toEqual([]);
  });
});

describe('the Markdown files', () => {
  it('link only to files that exist and to headings that they have', async () => {
    const broken: string[] = [];
    for (const path of await markdownFiles()) {
      const text = (await read(path)).replace(/```[\s\S]*?```/g, '');
      for (const [, target = ''] of text.matchAll(/\]\((?!https?:)([^)\s]+)\)/g)) {
        const [file = '', heading] = target.split('#');
        const at = file === '' ? path : join(path, '..', file);
        if (!(await hasTarget(at, heading))) broken.push(`${path}: ${target}`);
      }
    }
    expect(broken).toEqual([]);
  });
});

async function markdownFiles(): Promise<string[]> {
  const docs = (await readdir(join(ROOT, 'docs'), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.name.endsWith('.md'))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));
  return ['README.md', 'CHANGELOG.md', 'SECURITY.md', ...docs];
}

async function hasTarget(path: string, heading: string | undefined): Promise<boolean> {
  if (heading === undefined) {
    return readFile(join(ROOT, path)).then(
      () => true,
      (error: NodeJS.ErrnoException) => error.code === 'EISDIR',
    );
  }
  const headings = [...(await read(path)).matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
  return headings.includes(heading);
}
