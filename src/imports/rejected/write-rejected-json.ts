import { type JsonLayout, jsonLayout } from '../../formats/json/json-layout';
import type { JsonOptions } from '../../formats/json/json-options';
import { readPointer } from '../../formats/json/json-pointer';
import type { JsonObject } from '../../formats/json/json-value';
import { writeJson } from '../../formats/json/write-json';
import { isReportColumn } from '../../formats/report-columns';
import { type RejectedPart, type RejectedRecord, withoutNul } from './rejected-file';

/** The rejected rows of a JSON document at the place that `json_options` give, or one in each line. */
export async function* writeRejectedJson(
  format: 'json' | 'ndjson',
  options: JsonOptions,
  parts: AsyncIterable<RejectedPart>,
): AsyncGenerator<string> {
  const layout = jsonLayout(format === 'json' ? options : {});
  const writeRecord = WRITERS[layout.records];
  const [open, close] = documentAround(layout, options.columns_path ?? undefined);
  const hasNames = open.endsWith(']'); // they are the first of the rows
  let isFirst = !hasNames;
  if (format === 'json') yield open;
  for await (const part of parts) {
    if ('header' in part || (hasNames && isNames(part, layout))) continue;
    const text = writeRecord(part, layout);
    yield format === 'ndjson' ? `${text}\n` : `${isFirst ? '' : ','}\n${text}`;
    isFirst = false;
  }
  if (format === 'json') yield `\n${close}\n`;
}

const WRITERS: Record<JsonLayout['records'], (part: RejectedRecord, layout: JsonLayout) => string> = {
  objects: (part) => writeJson({ ...ownOf(part), ...reportOf(part) }),
  members(part, { keyTo }) {
    const { [keyTo]: key, ...others } = ownOf(part);
    const name = typeof key === 'string' ? key : '';
    return `${JSON.stringify(name)}:${writeJson({ ...others, ...reportOf(part) })}`;
  },
  /** The report is an object behind the values. */
  rows(part, { columns }) {
    const own = ownOf(part);
    return writeJson([...columns.map((name) => own[name] ?? null), reportOf(part)]);
  },
};

/** The names of a columnar file that were read as a row. */
const isNames = (part: RejectedRecord, { columns }: JsonLayout): boolean => {
  const own = ownOf(part);
  return columns.every((name) => own[name] === name);
};

/** The keys that the file has itself. */
function ownOf({ record }: RejectedRecord): JsonObject {
  const own = 'object' in record ? Object.entries(record.object) : [];
  return Object.fromEntries(own.filter(([key]) => !isReportColumn(key)));
}

function reportOf({ record, raw, failed }: RejectedRecord): JsonObject {
  return {
    _row: failed.row,
    _line: failed.line,
    _errors: failed.errors.map(({ column, code, message }) => ({ column, code, message })),
    ...(!('object' in record) && { _raw: withoutNul(raw) }),
  };
}

/** What is before and after the records, with the names of a columnar file where `columns_path` leads to. */
function documentAround(
  { records, path, columns }: JsonLayout,
  columnsPath: string | undefined,
): [string, string] {
  const [open, close] = records === 'members' ? ['{', '}'] : ['[', ']'];
  const after = close + '}'.repeat(path.length);
  const names = columnsPath === undefined ? null : readPointer(columnsPath);
  if (names === null) return [opening(path) + open, after];
  const list = writeJson([...columns]);
  const shared = path.findIndex((token, index) => token !== names[index]);
  if (shared < 0) return [opening(path) + open + list, after]; // the names are the first of the rows
  const [before, toNames, toRows] = [path.slice(0, shared), names.slice(shared), path.slice(shared)];
  const member = opening(toNames) + list + '}'.repeat(toNames.length - 1);
  return [`${opening(before)}${member},${opening(toRows).slice(1)}${open}`, after];
}

/** `{"data":{"rows":` for two tokens. */
const opening = (path: readonly string[]): string =>
  path.map((token) => `{${JSON.stringify(token)}:`).join('');
