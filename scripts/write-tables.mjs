import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** Writes the tables of the docs that are generated from the code: resource types, settings, problems. Build first. */
const require = createRequire(import.meta.url);
require('reflect-metadata');
const { RESOURCES } = require('../dist/src/resources/resources.module.js');
const { VARIABLES } = require('../dist/src/config/settings.js');
const { BUILT_IN_PROFILES } = require('../dist/src/profiles/built-in/index.js');
const { PROBLEMS } = require('../dist/src/http/problem/problem-codes.js');

const code = (text) => (text === '' ? '' : `\`${text}\``);
const table = (...rows) => rows.map((cells) => `| ${cells.join(' | ')} |`);
const line = (cells) => cells.map(() => '---');

/** Replaces the first table under a heading with `rows`. */
async function writeTable(path, heading, head, rows) {
  const file = fileURLToPath(new URL(`../${path}`, import.meta.url));
  const lines = (await readFile(file, 'utf8')).split('\n');
  const at = lines.findIndex((text) => text.replace(/^#+ /, '') === heading && text.startsWith('#'));
  const from = lines.findIndex((text, index) => index > at && text.startsWith('|'));
  if (at < 0 || from < 0) throw new Error(`${path} has no table under "${heading}".`);
  let to = from;
  while (lines[to]?.startsWith('|')) to++;
  lines.splice(from, to - from, ...table(head, line(head), ...rows));
  await writeFile(file, lines.join('\n'));
}

/** The columns of a file: JSON columns follow the custom fields, alternatives are described in a sentence. */
function columnsOf({ fields, customFields, parentKey, importable, exportable }) {
  if (!exportable) return importable;
  const names = [...fields.keys()].filter((name) => name !== parentKey?.directField);
  const isJson = (name) => fields.get(name).kind.pgType === 'json';
  const custom = { object: 'custom fields', list: 'one column for each item' }[customFields?.form];
  const parts = [
    code(names.filter((name) => !isJson(name)).join(', ')),
    custom ?? '',
    code(names.filter(isJson).join(', ')),
  ];
  const instead = parentKey?.directField
    ? `; ${code(parentKey.directField)} may replace ${code(parentKey.fields.join(', '))}`
    : '';
  return `${parts.filter((part) => part !== '').join(', ')}${instead}`;
}

const yes = (is) => (is ? 'yes' : 'no');
await writeTable(
  'docs/files.md',
  'Resource types',
  ['resource type', 'import', 'export', 'natural key', 'columns'],
  RESOURCES.map((resource) => [
    code(resource.name),
    yes(resource.importable === true),
    yes(resource.exportable),
    code(resource.naturalKey.join(', ')),
    columnsOf(resource),
  ]),
);
await writeTable(
  'docs/operations.md',
  'Settings',
  ['variable', 'default', 'meaning'],
  Object.values(VARIABLES).map(({ name, default: fallback, describe }) => [
    code(name),
    code(String(fallback)),
    describe,
  ]),
);
await writeTable(
  'docs/errors.md',
  'Problems',
  ['code', 'status', 'meaning'],
  Object.entries(PROBLEMS).map(([name, { status, description }]) => [code(name), status, description]),
);
await writeTable(
  'docs/profiles.md',
  'Built-in profiles',
  ['profile', 'file', 'fills', 'give', 'fields'],
  BUILT_IN_PROFILES.map(({ identifier, reads, resourceType, give, fields }) => [
    code(identifier),
    reads,
    code(resourceType),
    give,
    code(fields.join(', ')),
  ]),
);
