const grouped = new Intl.NumberFormat('en');

/** 1234567 → "1,234,567"; for counts, which are whole and small enough for a number. */
export const formatCount = (count: number): string => grouped.format(count);

/** "1 row", "2 rows". */
export const counted = (count: number, noun: string): string =>
  `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`;

const UNITS = ['B', 'KB', 'MB', 'GB'];

/** 1536 → "1.5 KB". */
export function formatBytes(bytes: number): string {
  const power = Math.min(Math.floor(Math.log(Math.max(bytes, 1)) / Math.log(1024)), UNITS.length - 1);
  const size = bytes / 1024 ** power;
  return `${power === 0 ? size : size.toFixed(1)} ${UNITS[power] ?? ''}`;
}

/** An instant of the server, cut to the second: `2026-01-31 16:00:05 UTC`. The text stays a text: no zone is guessed. */
export const formatInstant = (instant: string): string =>
  instant.replace('T', ' ').replace(/(\.\d+)?Z$/, ' UTC');

/** `time_series_values` → "time series values". */
export const plain = (name: string): string => name.replaceAll('_', ' ');
