import type { Metric } from '../measure/contender';
import { medianSeconds, peakOf, rateOf } from '../measure/figures';
import { pairByAge } from '../measure/pair-by-age';
import { printCount, printMegabytes, printRatio, printSeconds } from './print-number';
import type { Table } from './report';

const NONE = '–';

/**
 * The table of contenders: medians on the fresh and on the aged instance side by side, the runs behind them, and the rate
 * and the peak of memory on the aged one. A peer with tables of its own has one figure.
 */
export function metricTable(metrics: readonly Metric[]): Table {
  return {
    head: [
      'who',
      'work',
      'rows',
      'fresh s',
      'aged s',
      'aged / fresh',
      'runs fresh',
      'runs aged',
      'rows/s',
      'peak MB',
    ],
    rows: pairByAge(metrics).map(({ fresh, aged }) => {
      const shown = aged ?? fresh;
      return [
        shown.by,
        shown.work,
        printCount(shown.rows),
        printSeconds(medianSeconds(fresh)),
        aged ? printSeconds(medianSeconds(aged)) : NONE,
        aged ? printRatio(medianSeconds(aged) / medianSeconds(fresh)) : NONE,
        runsOf(fresh),
        aged ? runsOf(aged) : NONE,
        printCount(rateOf(shown)),
        printMegabytes(peakOf(shown)),
      ];
    }),
  };
}

const runsOf = ({ runs }: Metric): string => runs.map(({ seconds }) => printSeconds(seconds)).join(' ');
