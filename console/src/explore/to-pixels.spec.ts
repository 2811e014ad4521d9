import type { Point } from './point';
import { toCandles, toLine } from './to-pixels';

const point = (timestamp: string, texts: Record<string, string | null>): Point => ({
  timestamp,
  texts: new Map(Object.entries(texts)),
});

describe('what a chart draws', () => {
  it('is one place a second, the last one standing, and nothing where there is no value', () => {
    const line = toLine(
      [
        point('1970-01-01T00:00:01Z', { value: '1.10' }),
        point('1970-01-01T00:00:01.5Z', { value: '2' }),
        point('1970-01-01T00:00:02Z', { value: null }),
      ],
      'value',
    );
    expect(line).toEqual([{ time: 1, value: 2 }]);
  });

  it('is a candle only where all four of its values are there', () => {
    const whole = { open: '1', high: '3', low: '0.5', close: '2' };
    const candles = toCandles([
      point('1970-01-02T00:00:00Z', whole),
      point('1970-01-03T00:00:00Z', { ...whole, low: null }),
    ]);
    expect(candles).toEqual([{ time: 86_400, open: 1, high: 3, low: 0.5, close: 2 }]);
  });
});
