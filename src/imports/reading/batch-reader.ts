import { bindHeader, checkLayout } from '../../catalog/binding/bind-header';
import { stageRow } from '../../catalog/importing/stage-row';
import { readCreation, readCustom } from '../../catalog/reading/typed-draft';
import { isBar, warnOfBar } from '../../catalog/reading/bar-warnings';
import { CellReader } from '../../catalog/reading/cell-reader';
import { FieldWarnings, warnOfIgnored } from '../../catalog/reading/field-warnings';
import { checkCellCounts } from '../../catalog/reading/header-faults';
import { RecordWarnings } from '../../catalog/reading/record-warnings';
import { type Draft, addError } from '../../catalog/reading/draft';
import { required } from '../../catalog/reading/read-value';
import type { RowError } from '../../catalog/reading/row-error';
import { ObjectReader } from '../../catalog/reading/object-reader';
import type { RowReader } from '../../catalog/reading/row-reader';
import { Unpivot } from '../../catalog/reading/unpivot';
import type { RecordType } from '../../catalog/record-type';
import { isDataRecord, type DataRecord, type RawBatch } from '../../formats/batch';
import { FileError } from '../../formats/format';
import { readHeader } from '../../formats/csv/csv-header';
import { parseBatch } from '../../formats/file-reader';
import { warnOfArchived } from './archived-references';
import { findRecordTypes } from './find-record-types';
import { KeyOrder } from './key-order';
import { labelOf, type ReadingContext } from './reading-context';
import type { PreparedBatch, ReadRows } from './prepared-batch';
import { ReferenceCache, resolveDrafts } from './resolve-references';
import { resolveParentKey, ParentKeyCache, type NewParent } from './resolve-parent-keys';

const NONE_GIVEN: PreparedBatch['given'] = { inAll: ~0, inAny: 0 };

/** Turns raw batches of one file into rows for the staging table and row errors: parse, bind, read, resolve. */
export class BatchReader {
  private readonly references: ReferenceCache;
  private readonly parentKey: ParentKeyCache | null;
  /** Ids of the types whose values are bars. */
  private readonly bars: ReadonlySet<string>;
  private readonly typesById: ReadonlyMap<string, RecordType>;
  private readonly order: KeyOrder;
  private reader: RowReader | Unpivot | null;
  private given = NONE_GIVEN;
  private reportedIgnored = 0;
  private readonly fieldWarnings: FieldWarnings;
  private recordWarnings: RecordWarnings;
  /** Number of columns of a CSV file. */
  private columns: number | null = null;
  private isChecked = false;

  constructor(private readonly context: ReadingContext) {
    const { binder, request, types, pool, workspaceId, layout, registry } = context;
    const { parentKey } = layout.resource;
    this.references = new ReferenceCache(pool, workspaceId);
    const parents = parentKey?.resource ? registry.get(parentKey.resource) : null;
    this.parentKey = parentKey && new ParentKeyCache(pool, parentKey, workspaceId, parents);
    const hasItems = layout.resource.customFields?.form === 'list';
    this.bars = new Set(hasItems ? types.filter(isBar).map(({ id }) => id) : []);
    this.typesById = new Map(types.map((type) => [type.id, type]));
    this.order = new KeyOrder(layout);
    this.fieldWarnings = new FieldWarnings(context.warnings, binder);
    this.recordWarnings = new RecordWarnings(context.warnings, null, request.spreadsheetSafe);
    if (request.format === 'csv') this.reader = null;
    else this.reader = binder.unpivot === null ? new ObjectReader(binder) : Unpivot.ofObjects(binder);
  }

  /**
   * The rows of a batch: at once, or under `unpivot` in pieces of bounded size. Throws a FileError when the header of a CSV
   * file cannot be bound, and for too many rows.
   */
  async *read(batch: RawBatch): AsyncGenerator<ReadRows & { readonly lastRow: number }> {
    const { reader } = this;
    if (reader === null) {
      this.given = NONE_GIVEN;
      this.reader = this.bind(batch);
      yield { rows: [], errors: [], newParents: [], lastRow: 0 };
    } else if (reader instanceof Unpivot) yield* this.readWide(reader, batch);
    else {
      const drafts = this.parse(batch).map((record) => reader.read(record));
      yield { ...(await this.resolve(drafts)), lastRow: batch.firstRow + batch.lines.length - 1 };
    }
  }

  /** A small batch of wide records may become hundreds of thousands of rows. */
  private async *readWide(
    unpivot: Unpivot,
    batch: RawBatch,
  ): AsyncGenerator<ReadRows & { readonly lastRow: number }> {
    const { limits } = this.context;
    let drafts: Draft[] = [];
    const read = async (): Promise<ReadRows & { readonly lastRow: number }> => {
      const ready = drafts;
      drafts = [];
      return { ...(await this.resolve(ready)), lastRow: unpivot.lastRow };
    };
    for (const record of this.parse(batch)) {
      for (const draft of unpivot.read(record)) {
        if (draft.row > limits.rows) {
          unpivot.lastRow = draft.row - 1;
          yield await read();
          throw tooManyRows(limits.rows, record.line);
        }
        drafts.push(draft);
        if (drafts.length >= limits.batchRows) yield await read();
      }
    }
    yield await read();
  }

  private parse(batch: RawBatch): DataRecord[] {
    const records = parseBatch(batch, this.context.limits, this.context.fileLayout).filter(isDataRecord);
    if (!this.isChecked) this.checkFirst(records);
    this.recordWarnings.look(batch, records);
    return records;
  }

  /** A fault that all records share is one error of the file. */
  private checkFirst(records: readonly DataRecord[]): void {
    const { binder, fileLayout } = this.context;
    this.isChecked = true;
    if (this.columns !== null) checkCellCounts(this.columns, records, fileLayout.csv);
    const first = records.find((record) => 'object' in record);
    if (first) checkLayout(binder, Object.keys(first.object));
  }

  private async resolve(drafts: readonly Draft[]): Promise<ReadRows> {
    this.given = NONE_GIVEN;
    this.fieldWarnings.look(drafts);
    await resolveDrafts(this.context, this.references, drafts);
    await this.readCustomFields(drafts);
    const newParents = await this.resolveParentKey(drafts);
    warnOfArchived(this.context, drafts);
    return { ...this.prepare(drafts), newParents };
  }

  /** What the file is known to be after the batch read last. */
  learnt(): Pick<PreparedBatch, 'given' | 'ascending' | 'ignored' | 'warnings'> {
    const { binder, warnings } = this.context;
    const { ignored } = binder;
    const newlyIgnored = ignored.size > this.reportedIgnored ? [...ignored].slice(this.reportedIgnored) : [];
    this.reportedIgnored = ignored.size;
    warnOfIgnored(binder, newlyIgnored, warnings);
    return {
      given: this.given,
      ascending: this.order.ascending,
      ignored: newlyIgnored,
      warnings: warnings.take(),
    };
  }

  private bind(batch: RawBatch): RowReader | Unpivot {
    const { binder, request, limits, fileLayout } = this.context;
    const header = readHeader(batch, limits, fileLayout);
    this.recordWarnings = new RecordWarnings(this.context.warnings, header, request.spreadsheetSafe);
    this.columns = header.length;
    try {
      const { spreadsheetSafe } = request;
      if (binder.unpivot !== null) return Unpivot.ofCells(binder, header, spreadsheetSafe, fileLayout.csv);
      return new CellReader(binder, bindHeader(binder, header), spreadsheetSafe, fileLayout.csv);
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      throw new FileError(error.code, error.message, batch.lines[0] ?? null); // the header may be on any line
    }
  }

  private async resolveParentKey(drafts: readonly Draft[]): Promise<NewParent[]> {
    const { parentKey } = this.context.layout.resource;
    return parentKey && this.parentKey
      ? resolveParentKey(this.context, parentKey, this.parentKey, drafts)
      : [];
  }

  /** Custom cells are read by the fields of the row's type: the one it names, else the one its record has. */
  private async readCustomFields(drafts: readonly Draft[]): Promise<void> {
    const { customFields } = this.context.layout.resource;
    if (!customFields) return;
    const untyped = drafts.filter(
      ({ core, customCells, errors }) =>
        !core.has(customFields.typeField) && customCells.length > 0 && errors.length === 0,
    );
    const found = await findRecordTypes(this.context, untyped);
    const rules = this.reader instanceof Unpivot ? this.reader.rules : this.reader;
    for (const draft of drafts) {
      if (draft.customCells.length === 0) continue;
      const type = this.typesById.get(draft.core.get(customFields.typeField) ?? found.get(draft) ?? '');
      if (type) {
        readCustom(draft, type, rules);
        if (this.bars.has(type.id) && draft.errors.length === 0) warnOfBar(this.context.warnings, draft);
      } else if (draft.errors.length === 0) this.refuseCreation(draft);
    }
  }

  /** A row without a type that names no record would create one: it lacks at least the type. */
  private refuseCreation(draft: Draft): void {
    const { missing } = readCreation(draft, this.context.layout.resource, null);
    for (const name of missing) addError(draft, labelOf(this.context, name), required(name), null);
  }

  private prepare(drafts: readonly Draft[]): Omit<ReadRows, 'newParents'> {
    const { layout } = this.context;
    const rows: string[] = [];
    const errors: RowError[] = [];
    let { inAll, inAny } = NONE_GIVEN;
    for (const draft of drafts) {
      const match = draft.errors.length === 0 ? this.takeMatch(draft) : null;
      if (draft.errors.length > 0) {
        errors.push(...draft.errors);
        continue;
      }
      const staged = stageRow(layout, draft, readCreation(draft, layout.resource, this.typeOf(draft)), match);
      rows.push(staged.line);
      inAll &= staged.given;
      inAny |= staged.given;
      this.order.note(draft);
    }
    this.given = { inAll, inAny };
    return { rows, errors };
  }

  /** What finds the record when the natural key does not. */
  private takeMatch(draft: Draft): string | null {
    const { match } = this.context.layout;
    if (match.by === 'natural') return null;
    const value = match.by === 'id' ? draft.core.get('id') : draft.custom[match.key];
    draft.core.delete('id');
    if (value === null || value === undefined) {
      const label = match.by === 'id' ? 'id' : match.key;
      addError(draft, label, required(label), null);
      return null;
    }
    return value;
  }

  private typeOf(draft: Draft): RecordType | null {
    const typeField = this.context.layout.resource.customFields?.typeField;
    return this.typesById.get(draft.core.get(typeField ?? '') ?? '') ?? null;
  }
}

const tooManyRows = (limit: number, line: number): FileError =>
  new FileError(
    'too_many_rows',
    `The file becomes more than ${limit.toLocaleString('en')} rows when it is unpivoted; the record at line ${line} has one too many. Split the file.`,
    line,
  );
