import type { Dice } from './dice';
import { type FormPart, multipart } from '../raw-upload';
import { HOSTILE_JSON } from './hostile';
import { spoil, type SentBody } from './spoil-body';

const FILES: readonly (readonly [string, string])[] = [
  ['"a.csv"', 'identifier,name,type_id\na,A,equity\n'],
  ['"a.csv"', 'identifier,name\n'],
  ['"a.json"', '[{"identifier":"a","name":"A"}]'],
  ['"a.ndjson"', '{"identifier":"a"}\n{"identifier":\n'],
  ['"a.csv"', ''],
  ['"a.csv"', '\ufeff'],
  ['"a.xlsx"', 'PK\u0003\u0004'],
  ['"a.json"', '[[[['],
  ['"a.csv"', 'identifier;name\na;b\n'],
  ['"a.csv"', 'identifier,identifier\na,b\n'],
  ['"a"', '"'],
];

const VALUES: Readonly<Record<string, readonly string[]>> = {
  resource_type: ['instruments', 'time_series_values', 'market_listings', 'markets'],
  on_error: ['abort', 'continue'],
  identifier_column: ['', 'id', 'note', 'identifier'],
  format: ['', 'csv', 'json', 'ndjson'],
  mapping: ['', '{}', '{"name":"name"}', '{"Symbol":"identifier"}'],
  defaults: ['', '{}', '{"type_id":"equity"}', '{"name":1.50}'],
  dry_run: ['true', 'false'],
  spreadsheet_safe: ['true', 'false'],
};

const HOSTILE_VALUES: readonly string[] = [
  '\0',
  ' ',
  'x'.repeat(5_000),
  '__proto__',
  'instruments\0',
  'ABORT',
  '1',
];

/**
 * The form of an import: a file and some fields, in any order; with `hostility` with something
 * wrong about each.
 */
export function formBody(dice: Dice, hostility: number): SentBody {
  const [filename, value] = dice.pick(FILES);
  const file: FormPart = { name: 'file', value, filename, type: 'text/csv' };
  const fields = Object.entries(VALUES)
    .filter(([name]) => (name === 'resource_type' ? !dice.chance(hostility) : dice.chance(0.3)))
    .map(([name, values]): FormPart => {
      const hostile = dice.chance(hostility);
      return { name, value: dice.pick(hostile ? [...HOSTILE_VALUES, ...HOSTILE_JSON] : values) };
    });
  const parts = [...fields];
  if (!dice.chance(hostility / 2)) parts.splice(dice.below(parts.length + 1), 0, file);
  if (dice.chance(hostility)) parts.push(dice.pick([...fields, file, { name: 'unknown', value: '' }]));
  const boundary = 'fuzz-boundary';
  const sent = { body: multipart(parts, boundary), type: `multipart/form-data; boundary=${boundary}` };
  return dice.chance(hostility / 3) ? spoil(sent, dice) : sent;
}
