import { type ParsedRecord, type RawBatch, recordText } from '../batch';
import { DEFAULT_LAYOUT, type FileLayout } from '../file-layout';
import type { FormatLimits } from '../format';
import { JsonIssue } from './json-cursor';
import { isReportColumn } from '../report-columns';
import { type JsonLayout, jsonLayout } from './json-layout';
import { isJsonObject, type JsonObject, type JsonValue } from './json-value';
import { parseJson, parseJsonMember, setMember } from './parse-json';

/** Parses each element, member or line by itself: a malformed one does not affect the others. */
export function parseJsonBatch(
  batch: RawBatch,
  limits: FormatLimits,
  { json }: FileLayout = DEFAULT_LAYOUT,
): ParsedRecord[] {
  const parse = batch.format === 'json' ? PARSERS[jsonLayout(json).records] : parseObject;
  const layout = jsonLayout(batch.format === 'json' ? json : {});
  return batch.lines.map((line, index): ParsedRecord => {
    const row = batch.firstRow + index;
    const raw = recordText(batch, index);
    const parsed = strictly(() => parse(raw, limits, layout));
    return 'object' in parsed
      ? { row, line, object: parsed.object }
      : { row, line, issue: parsed.issue, raw };
  });
}

type Parsed = { readonly object: JsonObject } | { readonly issue: { code: string; message: string } };

function strictly(parse: () => Parsed): Parsed {
  try {
    return parse();
  } catch (error) {
    if (error instanceof JsonIssue) return issue(error.code, error.message);
    throw error;
  }
}

const issue = (code: string, message: string): Parsed => ({ issue: { code, message } });

function parseObject(text: string, { depth, values }: FormatLimits): Parsed {
  const value = parseJson(text, { depth, values });
  return isJsonObject(value) ? { object: value } : notObject(value);
}

/** `"key": {…}` with the key as a value of the object, in front of the others. */
function parseMember(text: string, { depth, values }: FormatLimits, { keyTo }: JsonLayout): Parsed {
  const [key, value] = parseJsonMember(text, { depth, values });
  if (!isJsonObject(value)) return notObject(value);
  if (Object.hasOwn(value, keyTo)) {
    const message = `The object has the key ${JSON.stringify(keyTo)} itself; give another name in json_options.object_values.key_to.`;
    return issue('duplicate_key', message);
  }
  const object: JsonObject = {};
  setMember(object, keyTo, key);
  for (const [name, member] of Object.entries(value)) setMember(object, name, member);
  return { object };
}

/** `[…]` with a name for each value. A file of rejected rows has the report of a row behind its values. */
function parseRow(text: string, { depth, values }: FormatLimits, { columns }: JsonLayout): Parsed {
  const row = parseJson(text, { depth, values });
  if (!Array.isArray(row))
    return issue('row_not_object', `A row is an array of values here; this one is ${kindOf(row)}.`);
  const report = row.length === columns.length + 1 ? reportOf(row.at(-1)) : null;
  if (row.length !== columns.length && report === null) {
    const message = `The row has ${row.length} values, but there are ${columns.length} names.`;
    return issue('column_count', message);
  }
  const object: JsonObject = {};
  for (const [index, name] of columns.entries()) setMember(object, name, row[index] ?? null);
  return { object: { ...object, ...report } };
}

/** An object of report columns and nothing else; null when the value is something else. */
function reportOf(value: JsonValue | undefined): JsonObject | null {
  return isJsonObject(value) && '_row' in value && Object.keys(value).every(isReportColumn) ? value : null;
}

const PARSERS = { objects: parseObject, members: parseMember, rows: parseRow } as const;

function notObject(value: JsonValue): Parsed {
  const advice = Array.isArray(value)
    ? ' Rows that are arrays are read with json_options: rows_path and the names in columns_path or columns.'
    : '';
  return issue(
    'row_not_object',
    `A row is a JSON object like {"identifier":"bhp.ax"}; this one is ${kindOf(value)}.${advice}`,
  );
}

function kindOf(value: JsonValue): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  if (isJsonObject(value)) return 'an object';
  return typeof value === 'string' ? 'a text' : typeof value === 'boolean' ? 'a boolean' : 'a number';
}
