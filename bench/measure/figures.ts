import { ALMAGEST, type Metric } from './contender';
import { median } from './statistics';

/** The figure of one contender, on the aged instance where it ran on both; throws when it was not measured. */
export function metricOf(metrics: readonly Metric[], by: string, work: string): Metric {
  const found = metrics.find((metric) => metric.by === by && metric.work === work && metric.age !== 'fresh');
  if (!found) throw new Error(`Nobody measured ${by}: ${work}.`);
  return found;
}

export const medianSeconds = ({ runs }: Metric): number => median(runs.map(({ seconds }) => seconds));

/** Rows a second, by the median. */
export const rateOf = (metric: Metric): number => metric.rows / medianSeconds(metric);

/** Most bytes of any run; null when none was taken. */
export function peakOf({ runs }: Metric): number | null {
  const peaks = runs.flatMap(({ peakBytes }) => peakBytes ?? []);
  return peaks.length === 0 ? null : Math.max(...peaks);
}

/** The most bytes that Almagest had in any run of any of these. */
export function ownPeak(metrics: readonly Metric[]): number {
  return Math.max(0, ...metrics.filter(({ by }) => by === ALMAGEST).map((metric) => peakOf(metric) ?? 0));
}
