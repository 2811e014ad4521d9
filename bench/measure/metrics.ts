import { ALMAGEST, type Metric } from './contender';
import { median } from './statistics';

/** The metric of a contender, of the aged instance where it ran on both. Throws when it was not measured. */
export function metricOf(metrics: readonly Metric[], by: string, work: string): Metric {
  const found = metrics.find((metric) => metric.by === by && metric.work === work && metric.age !== 'fresh');
  if (!found) throw new Error(`${by}: ${work} was not measured.`);
  return found;
}

export const medianSeconds = ({ runs }: Metric): number => median(runs.map(({ seconds }) => seconds));

/** Rows per second, by the median. */
export const rateOf = (metric: Metric): number => metric.rows / medianSeconds(metric);

/** Peak bytes of all runs; null when memory was not measured. */
export function peakOf({ runs }: Metric): number | null {
  const peaks = runs.flatMap(({ peakBytes }) => peakBytes ?? []);
  return peaks.length === 0 ? null : Math.max(...peaks);
}

/** Peak bytes of Almagest in all runs of these metrics. */
export function ownPeak(metrics: readonly Metric[]): number {
  return Math.max(0, ...metrics.filter(({ by }) => by === ALMAGEST).map((metric) => peakOf(metric) ?? 0));
}
