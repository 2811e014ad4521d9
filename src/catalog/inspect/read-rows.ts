import type { DataRecord } from '../../formats/batch';
import type { CsvOptions } from '../../formats/csv/csv-options';
import { FileError } from '../../formats/format';
import { bindHeader } from '../binding/bind-header';
import { Binder, type BindingOptions } from '../binding/binder';
import { BindingError } from '../binding/target';
import type { RecordType } from '../record-type';
import { CellReader } from '../reading/cell-reader';
import type { Draft } from '../reading/draft';
import { ObjectReader } from '../reading/object-reader';
import { fileErrorOf, type RowError } from '../reading/row-error';
import type { RowReader } from '../reading/row-reader';
import { Unpivot } from '../reading/unpivot';
import { readCustom } from '../reading/typed-draft';
import type { ResourceDescription } from '../resource';
import { RepeatedKeys } from './repeated-keys';
import { problemOf, summarise, type InspectionProblem } from './problem';

/** How the rows are read: as an import with these options would read them. */
export interface RowReading {
  readonly resource: ResourceDescription;
  readonly types: readonly RecordType[];
  readonly binding: BindingOptions;
  readonly spreadsheetSafe: boolean;
  /** Null for JSON. */
  readonly header: readonly string[] | null;
  /** How a CSV is written. */
  readonly csv: CsvOptions;
  /** Another row for the same record is refused: `on_duplicate` is `error`. */
  readonly refusesRepeated: boolean;
}

/** One row as the file has it, and as an import reads it. */
export interface SampleRow {
  readonly row: number;
  readonly line: number;
  /** Cells of a CSV; the object of JSON; the text of a record that cannot be parsed. */
  readonly raw: unknown;
  /** Canonical texts by field, custom ones included; null: nothing could be read. */
  readonly read: Readonly<Record<string, string | null>> | null;
  readonly errors: readonly RowError[];
}

/** The first rows as they are read, and what is refused in all of them. */
export interface RowsRead {
  readonly sample: readonly SampleRow[];
  readonly problems: readonly InspectionProblem[];
  readonly ignored: readonly string[];
  /** What reference fields name, as the file has it, with the first row and the number of rows. */
  readonly references: ReadonlyMap<string, ReadonlyMap<string, Mention>>;
}

/** Rows that mention one record. */
export interface Mention {
  readonly first_row: number;
  count: number;
}

/** Different records that one field may mention before the rest is left out. */
const MAX_MENTIONS = 1_000;
const NO_REFERENCES: RowsRead['references'] = new Map();
const SAMPLE_ROWS = 20;
/** Wide records become many rows. */
const MAX_ROWS = 50_000;

/** Reads all records by the options, and returns the first of them with what is wrong in any. Nothing is looked up. */
export function readRows(records: readonly DataRecord[], reading: RowReading): RowsRead {
  try {
    const binder = new Binder(reading.resource, reading.types, reading.binding);
    const reader = readerFor(binder, reading);
    const errors: RowError[] = [];
    const sample: SampleRow[] = [];
    let rows = 0;
    const mentions = new Map<string, Map<string, Mention>>();
    const repeated = reading.refusesRepeated ? new RepeatedKeys(binder) : null;
    for (const record of records) {
      if (rows > MAX_ROWS) break;
      for (const draft of read(reader, record)) {
        rows++;
        complete(draft, reading);
        repeated?.check(draft);
        errors.push(...draft.errors);
        mention(draft, reading.resource, mentions);
        if (sample.length < SAMPLE_ROWS) sample.push(sampleOf(record, draft));
      }
    }
    return { sample, problems: summarise(errors), ignored: [...binder.ignored], references: mentions };
  } catch (error) {
    const sample = records.slice(0, SAMPLE_ROWS).map(rawSample);
    if (error instanceof BindingError) {
      return {
        sample,
        problems: [problemOf(error.code, error.message)],
        ignored: [],
        references: NO_REFERENCES,
      };
    }
    if (!(error instanceof FileError)) throw error;
    return { sample, problems: summarise([fileErrorOf(error)]), ignored: [], references: NO_REFERENCES };
  }
}

/** Records as they are, when nothing says how to read them. */
export const rawRows = (records: readonly DataRecord[]): SampleRow[] =>
  records.slice(0, SAMPLE_ROWS).map(rawSample);

function readerFor(binder: Binder, { header, spreadsheetSafe, csv }: RowReading): RowReader | Unpivot {
  if (binder.unpivot !== null) {
    return header === null
      ? Unpivot.ofObjects(binder)
      : Unpivot.ofCells(binder, header, spreadsheetSafe, csv);
  }
  if (header === null) return new ObjectReader(binder);
  return new CellReader(binder, bindHeader(binder, header), spreadsheetSafe, csv);
}

const read = (reader: RowReader | Unpivot, record: DataRecord): Iterable<Draft> =>
  reader instanceof Unpivot ? reader.read(record) : [reader.read(record)];

function mention(
  { core, row }: Draft,
  { fields }: ResourceDescription,
  mentions: Map<string, Map<string, Mention>>,
): void {
  for (const [name, { target }] of fields) {
    const value = target === null ? null : core.get(name);
    if (typeof value !== 'string') continue;
    const known = mentions.get(name) ?? new Map<string, Mention>();
    mentions.set(name, known);
    const seen = known.get(value);
    if (seen) seen.count++;
    else if (known.size < MAX_MENTIONS) known.set(value, { first_row: row, count: 1 });
  }
}

/** Custom cells are read by the type that the row or the defaults name. */
function complete(draft: Draft, { resource, types }: RowReading): void {
  const typeField = resource.customFields?.typeField;
  if (typeField === undefined || draft.customCells.length === 0) return;
  const name = draft.core.get(typeField);
  const type = types.find(({ identifier, id }) => identifier === name || id === name);
  if (type) readCustom(draft, type);
}

function sampleOf(record: DataRecord, draft: Draft): SampleRow {
  const values = Object.fromEntries([...draft.core, ...Object.entries(draft.custom)]);
  return {
    ...rawSample(record),
    row: draft.row,
    read: 'issue' in record ? null : values,
    errors: draft.errors,
  };
}

function rawSample(record: DataRecord): SampleRow {
  const raw =
    'cells' in record ? record.cells.map(cut) : 'object' in record ? record.object : cut(record.raw);
  return { row: record.row, line: record.line, raw, read: null, errors: [] };
}

/** Characters of a cell in a sample. */
const SHOWN = 200;
const cut = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);
