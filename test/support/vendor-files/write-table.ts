import { NO_IMPORTS, VENDOR_FILES, type VendorFile } from '.';

/** The lines around the table in docs/files.md. */
const BEGIN = '<!-- real files: begin -->';
const END = '<!-- real files: end -->';

const count = (value: number): string => value.toLocaleString('en-US');

/** JSON on one line; a long list is cut. */
const shown = (value: unknown): string => {
  if (typeof value === 'string') return value;
  return JSON.stringify(value, (_, member: unknown) =>
    Array.isArray(member) && member.length > 12
      ? [...(member as string[]).slice(0, 3), `… (${member.length})`]
      : member,
  );
};

function optionsOf({ given = {}, also = {}, why = '' }: VendorFile): string {
  const options = Object.entries({ ...given, ...also }).map(([name, value]) => `\`${name}=${shown(value)}\``);
  return options.length === 0 ? 'none' : `${options.join(', ')}. ${why}`;
}

function refusedOf({ refused = [], skipped = 0 }: VendorFile): string {
  const parts = refused.map(({ code, rows, why }) => `${count(rows)} \`${code}\`: ${why}`);
  if (skipped > 0) parts.push(`${count(skipped)} skipped by \`on_duplicate\``);
  return parts.length === 0 ? '0' : parts.join('; ');
}

const nameOf = (file: string): string => `\`${file.split('/').at(-1) ?? file}\``;

const row = (...cells: string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;

/** The text with the table between its markers written anew; the table is not aligned, so that it needs no formatter. */
export function withTable(text: string): string {
  const from = text.indexOf(BEGIN);
  const to = text.indexOf(END);
  if (from < 0 || to < from) throw new Error(`There is no table between "${BEGIN}" and "${END}".`);
  const lines = [
    row('file', 'resource type', 'options beside the inspected ones', 'rows in', 'rows refused'),
    row('---', '---', '---', '---', '---'),
    ...VENDOR_FILES.map((one) =>
      row(nameOf(one.file), `\`${one.type}\``, optionsOf(one), count(one.rows), refusedOf(one)),
    ),
    ...NO_IMPORTS.map(({ file, why }) => row(nameOf(file), 'no import', why, '0', 'all')),
  ];
  return [text.slice(0, from) + BEGIN, '', '<!-- prettier-ignore -->', ...lines, '', text.slice(to)].join(
    '\n',
  );
}
