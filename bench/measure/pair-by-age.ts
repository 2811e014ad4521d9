import type { Metric } from './contender';

/** The figures of one piece of work on both instances; `aged` is null for a peer with tables of its own. */
export interface AgePair {
  readonly fresh: Metric;
  readonly aged: Metric | null;
}

/** Brings the figures of the same work by the same contender together, in the order in which they first appear. */
export function pairByAge(metrics: readonly Metric[]): AgePair[] {
  return metrics
    .filter(({ age }) => age !== 'aged')
    .map((fresh) => ({
      fresh,
      aged:
        metrics.find(({ age, by, work }) => age === 'aged' && by === fresh.by && work === fresh.work) ?? null,
    }));
}
