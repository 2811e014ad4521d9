import { ALMAGEST, type Metric } from '../measure/contender';
import { medianSeconds } from '../measure/metrics';
import { pairByAge } from '../measure/pair-by-age';
import type { Goal } from './report';

/** Highest allowed ratio of the time in an aged instance to that in a fresh one. */
const MAX_RATIO = 1.25;

/** One goal for each work of Almagest that ran on both instances; `of` names the kind of rows. */
export function ageGoals(metrics: readonly Metric[], of: string): Goal[] {
  return pairByAge(metrics).flatMap(({ fresh, aged }) =>
    aged === null || fresh.by !== ALMAGEST
      ? []
      : {
          work: `${of}: ${fresh.work}, aged / fresh`,
          measured: medianSeconds(aged) / medianSeconds(fresh),
          aim: MAX_RATIO,
          kind: 'at most',
          unit: '×',
        },
  );
}
