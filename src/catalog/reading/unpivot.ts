import type { ParsedRecord } from '../../formats/batch';
import { fitCells } from '../../formats/csv/column-count';
import type { CsvOptions } from '../../formats/csv/csv-options';
import type { JsonObject, JsonValue } from '../../formats/json/json-value';
import { bindHeader, type BoundHeader } from '../binding/bind-header';
import type { Binder } from '../binding/binder';
import type { ReadingOptions } from '../binding/binding-options';
import { EVERY_FIELD, type OptionsByField } from '../binding/field-options';
import { CellReader } from './cell-reader';
import type { CustomRules } from './custom-rules';
import type { Draft } from './draft';
import { ObjectReader } from './object-reader';
import type { RowReader } from './row-reader';

/** A wide record without the cells that become rows, and those cells. */
interface SplitRecord {
  readonly kept: Exclude<ParsedRecord, { issue: unknown }>;
  readonly cells: readonly (readonly [column: string, value: JsonValue])[];
}

/**
 * Reads wide records as one row for each of their unpivoted cells (docs/contract.md 2.6). Rows are numbered anew, and each
 * draft knows the row and the column of the file.
 */
export class Unpivot {
  /** Number of the last row that was read. */
  lastRow = 0;
  private readonly isSkipped: (value: JsonValue) => boolean;

  private constructor(
    /** Reads what a record has beside the unpivoted cells. */
    private readonly reader: RowReader,
    /** Null for a record that cannot be split: `reader` says why. */
    private readonly split: (record: ParsedRecord) => SplitRecord | null,
    private readonly refuse: (record: ParsedRecord) => Draft,
    { options }: Binder,
  ) {
    this.isSkipped = options.unpivot?.skip_null === false ? () => false : nullTest(options);
  }

  /** What the rows ask of their custom cells. */
  get rules(): CustomRules {
    return this.reader;
  }

  /** Throws a FileError when the header cannot be bound. */
  static ofCells(
    binder: Binder,
    header: readonly string[],
    spreadsheetSafe: boolean,
    csvOptions: CsvOptions = {},
  ): Unpivot {
    const bound = bindHeader(binder, header);
    const kept: number[] = [];
    const wide: number[] = [];
    for (const [index, column] of header.entries()) (binder.isUnpivoted(column) ? wide : kept).push(index);
    const reader = new CellReader(binder, keep(bound, kept), spreadsheetSafe, csvOptions);
    const whole = new CellReader(binder, bound, spreadsheetSafe, csvOptions);
    const split = (record: ParsedRecord): SplitRecord | null => {
      const cells = 'cells' in record ? fitCells(record.cells, header.length, csvOptions) : null;
      if (cells === null || 'code' in cells) return null;
      return {
        kept: { row: record.row, line: record.line, cells: kept.map((index) => cells[index] ?? '') },
        cells: wide.map((index) => [header[index] ?? '', whole.cellAt(cells, index)]),
      };
    };
    return new Unpivot(reader, split, (record) => whole.read(record), binder);
  }

  static ofObjects(binder: Binder): Unpivot {
    const reader = new ObjectReader(binder);
    const split = (record: ParsedRecord): SplitRecord | null => {
      if (!('object' in record)) return null;
      const kept: JsonObject = {};
      const cells: [string, JsonValue][] = [];
      for (const [key, value] of Object.entries(record.object)) {
        if (binder.isUnpivoted(key)) cells.push([key, value]);
        else
          Object.defineProperty(kept, key, { value, enumerable: true, writable: true, configurable: true });
      }
      return { kept: { ...record, object: kept }, cells };
    };
    return new Unpivot(reader, split, (record) => reader.read(record), binder);
  }

  /**
   * The rows of one record. What is wrong with the record beside its unpivoted cells is reported once: such a record is one
   * row, which fails.
   */
  *read(record: ParsedRecord): Generator<Draft> {
    const split = this.split(record);
    if (split === null) {
      this.lastRow++;
      yield this.numbered(this.refuse(record), record.row);
      return;
    }
    for (const [column, value] of split.cells) {
      if (this.isSkipped(value)) continue;
      const draft = this.reader.readCell(split.kept, { row: ++this.lastRow, column, value });
      yield draft;
      if (draft.errors.some((error) => error.column !== column)) return;
    }
  }

  private numbered(draft: Draft, fileRow: number): Draft {
    const row = this.lastRow;
    return { ...draft, row, errors: draft.errors.map((error) => ({ ...error, row, fileRow })) };
  }
}

/** True for a cell that is null by the options of the field that it feeds: `null_values` and `trim`. */
function nullTest({ unpivot, field_options = {} }: ReadingOptions): (value: JsonValue) => boolean {
  const byField: OptionsByField = field_options;
  const field = unpivot?.value_to ?? '';
  const own = Object.hasOwn(byField, field) ? byField[field] : undefined;
  const { null_values: texts = [], trim = false } = { ...byField[EVERY_FIELD], ...own };
  const nulls = new Set<JsonValue>([null, '', ...texts]);
  return (value) => nulls.has(trim && typeof value === 'string' ? value.trim() : value);
}

/** A bound header with only the columns `kept`. */
function keep({ columns, sources }: BoundHeader, kept: readonly number[]): BoundHeader {
  const position = new Map(kept.map((index, at) => [index, at]));
  return {
    columns: kept.flatMap((index) => columns[index] ?? []),
    sources: sources.map((source) => ({
      ...source,
      indexes: source.indexes.map((index) => position.get(index) ?? -1),
    })),
  };
}
