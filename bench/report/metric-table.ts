import type { Metric } from '../measure/contender';
import { medianSeconds, peakOf, rateOf } from '../measure/metrics';
import { pairByAge } from '../measure/pair-by-age';
import { printCount, printMegabytes, printRatio, printSeconds } from './print-number';
import type { Table } from './report';

const NONE = '–';

/**
 * The table of contenders: medians and runs on the fresh and the aged instance, and the rate and peak memory of the aged
 * one. A peer with its own tables has one metric.
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
