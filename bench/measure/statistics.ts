/** The middle of the numbers, the mean of the two in the middle when they are even in number. */
export function median(numbers: readonly number[]): number {
  const sorted = sort(numbers);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? NaN) + (sorted[Math.floor(half)] ?? NaN)) / 2;
}

/** The smallest number that at least `share` (0–1) of them do not exceed. */
export function percentile(numbers: readonly number[], share: number): number {
  return sort(numbers)[Math.max(0, Math.ceil(numbers.length * share) - 1)] ?? NaN;
}

const sort = (numbers: readonly number[]): number[] => [...numbers].sort((a, b) => a - b);
