const MB = 1_000_000;

/** A whole number with commas between the thousands. */
export const printCount = (number: number): string => Math.round(number).toLocaleString('en-US');

export const printSeconds = (seconds: number): string => seconds.toFixed(2);

export const printMs = (ms: number): string => ms.toFixed(1);

export const printMegabytes = (bytes: number | null): string =>
  bytes === null ? '–' : printCount(bytes / MB);

/** A ratio with two decimals below ten. */
export const printRatio = (ratio: number): string => ratio.toFixed(ratio < 10 ? 2 : 0);
