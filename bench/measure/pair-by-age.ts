import type { Metric } from './contender';

/** The metrics of one work on both instances; `aged` is null for a peer with its own tables. */
export interface AgePair {
  readonly fresh: Metric;
  readonly aged: Metric | null;
}

/** Pairs the metrics of the same work by the same contender, in order of first appearance. */
export function pairByAge(metrics: readonly Metric[]): AgePair[] {
  return metrics
    .filter(({ age }) => age !== 'aged')
    .map((fresh) => ({
      fresh,
      aged:
        metrics.find(({ age, by, work }) => age === 'aged' && by === fresh.by && work === fresh.work) ?? null,
    }));
}
