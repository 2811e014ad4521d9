import { ALMAGEST, type Metric } from '../measure/contender';
import { medianSeconds } from '../measure/figures';
import { pairByAge } from '../measure/pair-by-age';
import type { Goal } from './report';

/** So many times as long as in a fresh instance may an import or export take in an aged one. */
const MAX_RATIO = 1.25;

/** One goal for each piece of our work that ran on both instances; `of` says what kind of rows it is about. */
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
