/** The median; of an even number of numbers the mean of the two in the middle. */
export function median(numbers: readonly number[]): number {
  const sorted = sort(numbers);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? NaN) + (sorted[Math.floor(half)] ?? NaN)) / 2;
}

/** The smallest number that at least the part `share` (0 to 1) of them does not exceed. */
export function percentile(numbers: readonly number[], share: number): number {
  return sort(numbers)[Math.max(0, Math.ceil(numbers.length * share) - 1)] ?? NaN;
}

const sort = (numbers: readonly number[]): number[] => [...numbers].sort((a, b) => a - b);
