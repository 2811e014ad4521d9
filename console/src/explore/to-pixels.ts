import type { CandlestickData, LineData, UTCTimestamp } from 'lightweight-charts';
import { CANDLE, type Point } from './point';

/**
 * Points as a chart draws them. These are the only decimals of the console that become numbers: they decide where a
 * pixel is, and are printed nowhere. A chart has one place a second, so the last point of a second represents it.
 */
export function toLine(points: readonly Point[], item: string): LineData<UTCTimestamp>[] {
  const line = points.flatMap(({ timestamp, texts }) => {
    const text = texts.get(item);
    return text === null || text === undefined ? [] : [{ time: secondOf(timestamp), value: Number(text) }];
  });
  return lastOfEachSecond(line.filter(({ value }) => Number.isFinite(value)));
}

/** Points with open, high, low and close as candles; one that lacks any of them is left out. */
export function toCandles(points: readonly Point[]): CandlestickData<UTCTimestamp>[] {
  const candles = points.flatMap(({ timestamp, texts }) => {
    const [open, high, low, close] = CANDLE.map((item) => Number(texts.get(item) ?? Number.NaN));
    if (![open, high, low, close].every(Number.isFinite)) return [];
    return [
      { time: secondOf(timestamp), open: open ?? 0, high: high ?? 0, low: low ?? 0, close: close ?? 0 },
    ];
  });
  return lastOfEachSecond(candles);
}

const secondOf = (timestamp: string): UTCTimestamp =>
  Math.floor(Date.parse(timestamp) / 1_000) as UTCTimestamp;

const lastOfEachSecond = <T extends { time: UTCTimestamp }>(data: readonly T[]): T[] =>
  data.filter(({ time }, at) => data[at + 1]?.time !== time);
