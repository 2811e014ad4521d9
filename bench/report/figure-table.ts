import type { Figure } from '../measure/contender';
import { medianSeconds, peakOf, rateOf } from '../measure/figures';
import { printCount, printMegabytes, printSeconds } from './print-number';
import type { Table } from './report';

/** The table of contenders: medians, the runs behind them, rates and peaks of memory. */
export function figureTable(figures: readonly Figure[]): Table {
  return {
    head: ['who', 'work', 'rows', 'median s', 'runs', 'rows/s', 'peak MB'],
    rows: figures.map((figure) => [
      figure.by,
      figure.work,
      printCount(figure.rows),
      printSeconds(medianSeconds(figure)),
      figure.runs.map(({ seconds }) => printSeconds(seconds)).join(' '),
      printCount(rateOf(figure)),
      printMegabytes(peakOf(figure)),
    ]),
  };
}
