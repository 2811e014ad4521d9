import { isDataRecord, type DataRecord } from '../../formats/batch';
import { readHeader } from '../../formats/csv/csv-header';
import type { FileLayout } from '../../formats/file-layout';
import { parseBatch, splitFile } from '../../formats/file-reader';
import { DEFAULT_LIMITS, FileError, type FileFormat } from '../../formats/format';
import type { JsonObject, JsonValue } from '../../formats/json/json-value';
import { OptionError } from '../../formats/option-error';
import { writeJson } from '../../formats/json/write-json';
import { literalText } from '../kind';
import type { InspectedTable } from './column';

/** The records of the beginning of a file, as an import parses them. */
export interface ReadTable {
  readonly table: InspectedTable;
  /** The records of the table, and those that could not be parsed. */
  readonly records: readonly DataRecord[];
  /** Null for JSON. */
  readonly header: readonly string[] | null;
  /** An error of the file as a whole. */
  readonly error: FileError | null;
}

const MAX_ROWS = 5_000;
const MAX_CELLS = 200_000;
const LIMITS = { ...DEFAULT_LIMITS, batchRows: 1_000 };

/**
 * Reads the first records of a file: at most 5,000 rows and 200,000 cells. `isWhole`: `content` is the whole file; else its
 * last record may be cut off, and neither that nor the missing end is an error.
 */
export async function readTable(
  content: Uint8Array,
  isWhole: boolean,
  format: FileFormat,
  layout: FileLayout,
): Promise<ReadTable> {
  const records: DataRecord[] = [];
  let header: string[] | null = null;
  let error: FileError | null = null;
  try {
    for await (const batch of splitFile(once(content), format, LIMITS, layout)) {
      if (format === 'csv' && header === null) header = readHeader(batch, LIMITS, layout);
      else records.push(...parseBatch(batch, LIMITS, layout).filter(isDataRecord));
      if (isEnough(records)) break;
    }
  } catch (thrown) {
    if (thrown instanceof OptionError) error = new FileError('invalid_mapping', thrown.message);
    else if (!(thrown instanceof FileError)) throw thrown;
    else if (isWhole || records.length === 0) error = thrown;
  }
  if (!isWhole && !isEnough(records)) records.pop();
  const kept = bounded(records);
  return { table: header === null ? ofObjects(kept) : ofCells(header, kept), records: kept, header, error };
}

async function* once(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield content;
}

const cellCount = (record: DataRecord): number =>
  'cells' in record ? record.cells.length : 'object' in record ? Object.keys(record.object).length : 1;

function isEnough(records: readonly DataRecord[]): boolean {
  const [first] = records;
  return records.length >= MAX_ROWS || (first !== undefined && records.length * cellCount(first) > MAX_CELLS);
}

function bounded(records: readonly DataRecord[]): DataRecord[] {
  const kept: DataRecord[] = [];
  let cells = 0;
  for (const record of records.slice(0, MAX_ROWS)) {
    cells += cellCount(record);
    if (cells > MAX_CELLS && kept.length > 0) break;
    kept.push(record);
  }
  return kept;
}

function ofCells(header: readonly string[], records: readonly DataRecord[]): InspectedTable {
  const read = records.flatMap((record) => ('cells' in record ? [record] : []));
  return {
    header,
    numbers: read.map(({ row }) => row),
    rows: read.map(({ cells }) => cells),
    nested: new Set(),
  };
}

/** Records of JSON have the keys of all of them as columns, in the order in which they are met. */
function ofObjects(records: readonly DataRecord[]): InspectedTable {
  const read = records.flatMap((record) => ('object' in record ? [record] : []));
  const positions = new Map<string, number>();
  const nested = new Set<string>();
  for (const { object } of read) {
    for (const key of Object.keys(object)) {
      if (!positions.has(key) && positions.size < DEFAULT_LIMITS.columns) positions.set(key, positions.size);
    }
  }
  const header = [...positions.keys()];
  const rows = read.map(({ object }) => header.map((key) => textOf(key, object, nested)));
  return { header, numbers: read.map(({ row }) => row), rows, nested };
}

function textOf(key: string, object: JsonObject, nested: Set<string>): string | null {
  const value: JsonValue = Object.hasOwn(object, key) ? (object[key] ?? null) : null;
  if (value === null) return null;
  const text = literalText(value);
  if (text !== null) return text;
  nested.add(key);
  return writeJson(value);
}
