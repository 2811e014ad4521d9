import type { UnpivotOptions } from '../binding/unpivot-options';
import type { ColumnEvidence } from './column';
import type { Question } from './proposal';
import type { ResourceFit } from './resource-fit';
import { barColumns } from './scores';

/** A file with one row for each time and one column for each instrument or measure. */
export interface WideFile {
  readonly time: ColumnEvidence;
  readonly columns: readonly ColumnEvidence[];
  /** Columns that hold no value of a series. */
  readonly except: readonly string[];
  /** Proven: every column is named by a currency. */
  readonly byCurrency: boolean;
}

const MIN_COLUMNS = 2;
const CURRENCY = /^[A-Z]{3}$/;

/** Detects a wide file: a time, no instrument, no value and several columns of numbers without the names of bars. Null for others. */
export function wideFile(
  { feeds, unclaimed }: ResourceFit,
  columns: readonly ColumnEvidence[],
): WideFile | null {
  const time = feeds.get('timestamp')?.column;
  if (!time?.unique || feeds.has('instrument_id') || feeds.has('value') || barColumns(columns).length > 2)
    return null;
  const numbers = columns.filter(({ kind, name }) => kind === 'decimal' && name !== '');
  const values = columns.filter((column) => numbers.includes(column) || isEmptyOfNumbers(column, numbers));
  const others = unclaimed.filter((column) => column !== time && !values.includes(column));
  if (numbers.length < MIN_COLUMNS || others.length > 0) return null;
  const byCurrency = values.every(({ name }) => CURRENCY.test(name));
  const except = columns
    .filter((column) => column.name !== '' && !values.includes(column))
    .map(({ name }) => name);
  return { time, columns: values, except, byCurrency };
}

/** A column without a value among columns of numbers is one of them: the rows at hand have none. */
const isEmptyOfNumbers = ({ kind, name }: ColumnEvidence, numbers: readonly ColumnEvidence[]): boolean =>
  kind === 'empty' && name !== '' && numbers.length > 0;

/** Turns each column but the time into rows of time_series_values. */
export const unpivotTo = ({ except }: WideFile, nameTo: 'instrument_id' | 'type_id'): UnpivotOptions => ({
  columns: '*',
  except,
  name_to: nameTo,
  value_to: 'value',
  skip_null: true,
});

/** What the columns of a wide file are, when nothing proves it. */
export function askWide(wide: WideFile): Question {
  const shown = wide.columns.slice(0, 3).map(({ name }) => `"${name}"`);
  return {
    code: 'wide',
    field: null,
    column: null,
    message: `What are the ${wide.columns.length} columns of numbers (${shown.join(', ')}, …): instruments, series of one instrument, or items of one composite series?`,
    choices: [
      {
        label: 'instruments',
        options: { resource_type: 'time_series_values', unpivot: unpivotTo(wide, 'instrument_id') },
      },
      {
        label: 'series',
        options: { resource_type: 'time_series_values', unpivot: unpivotTo(wide, 'type_id') },
      },
      { label: 'items', options: { resource_type: 'composite_time_series_values' } },
    ],
  };
}
