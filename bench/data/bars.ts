import { createValues } from './values';
import { createRandom } from './random';

export const BAR_SERIES = 'ohlcv';
export const BAR_FIELDS = ['open', 'high', 'low', 'close', 'volume'] as const;

/** Lines of a CSV file of daily bars, header first. */
export function* barsAsCsv(count: number): Generator<string> {
  const random = createRandom(7);
  yield `instrument_id,type_id,timestamp,${BAR_FIELDS.join(',')}`;
  for (const { instrument, instant, value } of createValues(count)) {
    const close = Number(value);
    const open = close * (0.99 + random() * 0.02);
    const high = Math.max(open, close) * (1 + random() * 0.01);
    const low = Math.min(open, close) * (1 - random() * 0.01);
    const prices = [open, high, low, close].map((price) => price.toFixed(6));
    yield `${instrument},${BAR_SERIES},${instant},${prices.join(',')},${Math.floor(random() * 100_000_000)}`;
  }
}
