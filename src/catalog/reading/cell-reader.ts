import type { ParsedRecord } from '../../formats/batch';
import { fitCells } from '../../formats/csv/column-count';
import type { CsvOptions } from '../../formats/csv/csv-options';
import { footerAdvice } from '../../formats/csv/footer-advice';
import { unescapeFormula } from '../../formats/csv/write-csv';
import { shownText } from '../../formats/shown-text';
import type { BoundColumn, BoundHeader, BoundSource } from '../binding/bind-header';
import type { Binder, DefaultValue } from '../binding/binder';
import { targetKey } from '../binding/target';
import { joinParts } from './join-parts';
import { type Draft, addError } from './draft';
import { RowReader } from './row-reader';

/** Reads the records of a CSV file: the header decides once which column feeds which field. */
export class CellReader extends RowReader {
  private readonly fileLabels: Map<string, string>;
  private readonly defaults: readonly DefaultValue[];
  private readonly columns: readonly BoundColumn[];
  private readonly sources: readonly BoundSource[];

  constructor(
    binder: Binder,
    { columns, sources }: BoundHeader,
    private readonly spreadsheetSafe: boolean,
    private readonly csvOptions: CsvOptions = {},
  ) {
    super(binder);
    this.columns = columns;
    this.sources = sources;
    const fed = [...columns, ...sources].flatMap(({ target, label }) => (target ? [{ target, label }] : []));
    const keys = new Set(fed.map(({ target }) => targetKey(target)));
    this.defaults = binder.defaults.filter(({ target }) => !keys.has(targetKey(target)));
    this.fileLabels = new Map(
      fed.flatMap(({ target, label }) => (target.scope === 'core' ? [[target.name, label]] : [])),
    );
  }

  override read(record: ParsedRecord): Draft {
    const draft = super.read(record);
    if (draft.errors.length > 0 && 'cells' in record) this.adviseOnFooter(draft, record.cells);
    return draft;
  }

  /** A trailer as wide as the records lacks required values: the advice is to name it, not to fill it. */
  private adviseOnFooter({ errors }: Draft, cells: readonly string[]): void {
    const advice = footerAdvice(cells, this.csvOptions);
    if (advice === null) return;
    for (const [index, error] of errors.entries()) {
      if (error.code !== 'required') continue;
      errors[index] = { ...error, message: shownText(`${error.message} ${advice}`) };
    }
  }

  protected override labels(): Map<string, string> {
    return this.fileLabels;
  }

  protected override absentDefaults(): readonly DefaultValue[] {
    return this.defaults;
  }

  protected override readRecord(draft: Draft, record: Exclude<ParsedRecord, { issue: unknown }>): boolean {
    const given = 'cells' in record ? record.cells : [];
    const { columns } = this;
    const cells = fitCells(given, columns.length, this.csvOptions);
    if ('code' in cells) {
      addError(draft, null, cells, given.join(this.csvOptions.delimiter ?? ','));
      return false;
    }
    for (let index = 0; index < columns.length; index++) {
      const { target, label } = columns[index] as BoundColumn;
      if (target !== null) this.give(draft, target, label, this.cellAt(cells, index));
    }
    for (const source of this.sources)
      this.give(draft, source.target, source.label, this.joined(cells, source));
    return true;
  }

  /** The cell of a column, as the file means it. */
  cellAt(cells: readonly string[], index: number): string {
    const cell = cells[index] ?? '';
    return this.spreadsheetSafe ? unescapeFormula(cell) : cell;
  }

  private joined(cells: readonly string[], { indexes, separator }: BoundSource): string {
    return joinParts(
      indexes.map((index) => this.cellAt(cells, index)),
      separator,
    );
  }
}
