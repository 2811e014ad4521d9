import type { ParsedRecord } from '../../formats/batch';
import { unescapeFormula } from '../../formats/csv/write-csv';
import type { BoundColumn } from '../binding/bind-header';
import type { Binder, DefaultValue } from '../binding/binder';
import { targetKey } from '../binding/target';
import { type Draft, addError } from './draft';
import { RowReader } from './row-reader';

/** Reads the records of a CSV file: the header decides once which column feeds which field. */
export class CellReader extends RowReader {
  private readonly fileLabels: Map<string, string>;
  private readonly defaults: readonly DefaultValue[];

  constructor(
    binder: Binder,
    private readonly columns: readonly BoundColumn[],
    private readonly spreadsheetSafe: boolean,
  ) {
    super(binder);
    const targets = columns.flatMap(({ target }) => (target ? [target] : []));
    const fed = new Set(targets.map(targetKey));
    this.defaults = binder.defaults.filter(({ target }) => !fed.has(targetKey(target)));
    this.fileLabels = new Map(
      columns.flatMap(({ target, label }) => (target?.scope === 'core' ? [[target.name, label]] : [])),
    );
  }

  protected override labels(): Map<string, string> {
    return this.fileLabels;
  }

  protected override absentDefaults(): readonly DefaultValue[] {
    return this.defaults;
  }

  protected override readRecord(draft: Draft, record: Exclude<ParsedRecord, { issue: unknown }>): boolean {
    const cells = 'cells' in record ? record.cells : [];
    const { columns } = this;
    if (cells.length !== columns.length) {
      const message = `The record has ${cells.length} cells, the header ${columns.length}. A comma inside a cell needs quotes around it.`;
      addError(draft, null, { code: 'column_count', message }, cells.join(','));
      return false;
    }
    for (let index = 0; index < columns.length; index++) {
      const { target, label } = columns[index] as BoundColumn;
      const cell = cells[index] ?? '';
      if (target === null) this.checkNameless(draft, index, label, cell);
      else {
        const value = this.spreadsheetSafe ? unescapeFormula(cell) : cell;
        this.give(draft, target, label, value);
      }
    }
    return true;
  }

  private checkNameless(draft: Draft, index: number, label: string, cell: string): void {
    if (label !== '' || cell === '') return;
    const message = `Column ${index + 1} has no name in the header, but a value here. Name the column or empty it.`;
    addError(draft, null, { code: 'empty_column_name', message }, cell);
  }
}
