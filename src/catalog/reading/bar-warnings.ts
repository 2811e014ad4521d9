import { cutText } from '../../formats/shown-text';
import { compareDecimals } from '../kinds/compare-decimals';
import type { RecordType } from '../record-type';
import type { Draft } from './draft';
import type { Warnings } from './warnings';

const PRICES = ['high', 'low', 'close'] as const;
type Price = (typeof PRICES)[number];

/** True for a type whose values are bars: it has the numbers `high` and `low`. */
export const isBar = ({ fields }: RecordType): boolean =>
  ['high', 'low'].every((name) => fields.some(({ key, dataType }) => key === name && dataType === 'number'));

/** Warns of a bar whose prices contradict each other (docs/contract.md 2.4). A price that is not given contradicts nothing. */
export function warnOfBar(warnings: Warnings, draft: Draft): void {
  const [high, low, close] = PRICES.map((name) => draft.custom[name] ?? null);
  if (!high || !low) return;
  const label = (name: Price): string => draft.customCells.find(({ key }) => key === name)?.label ?? name;
  if (compareDecimals(high, low) < 0) {
    const message = `${label('high')} ${shown(high)} is less than ${label('low')} ${shown(low)}. Are two columns mixed up?`;
    warnings.add('high_below_low', label('high'), message, draft.fileRow ?? draft.row);
  } else if (close && (compareDecimals(close, high) > 0 || compareDecimals(close, low) < 0)) {
    const range = `${label('low')} ${shown(low)} to ${label('high')} ${shown(high)}`;
    const message = `${label('close')} ${shown(close)} is outside of the range ${range}. Is it an adjusted price?`;
    warnings.add('close_outside_range', label('close'), message, draft.fileRow ?? draft.row);
  }
}

const MAX_SHOWN = 40;
const shown = (price: string): string => cutText(price, MAX_SHOWN);
