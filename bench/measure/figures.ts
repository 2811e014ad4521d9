import { ALMAGEST, type Figure } from './contender';
import { median } from './statistics';

/** The figure of one contender, on the aged instance where it ran on both; throws when it was not measured. */
export function figureOf(figures: readonly Figure[], by: string, work: string): Figure {
  const found = figures.find((figure) => figure.by === by && figure.work === work && figure.age !== 'fresh');
  if (!found) throw new Error(`Nobody measured ${by}: ${work}.`);
  return found;
}

export const medianSeconds = ({ runs }: Figure): number => median(runs.map(({ seconds }) => seconds));

/** Rows a second, by the median. */
export const rateOf = (figure: Figure): number => figure.rows / medianSeconds(figure);

/** Most bytes of any run; null when none was taken. */
export function peakOf({ runs }: Figure): number | null {
  const peaks = runs.flatMap(({ peakBytes }) => peakBytes ?? []);
  return peaks.length === 0 ? null : Math.max(...peaks);
}

/** The most bytes that Almagest had in any run of any of these. */
export function ownPeak(figures: readonly Figure[]): number {
  return Math.max(0, ...figures.filter(({ by }) => by === ALMAGEST).map((figure) => peakOf(figure) ?? 0));
}
