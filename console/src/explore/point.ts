/** A point of a series: its instant, and its texts by name (`value` for a scalar series, the items for a composite one). */
export interface Point {
  timestamp: string;
  texts: ReadonlyMap<string, string | null>;
}

/** The items that make a bar a candle. */
export const CANDLE = ['open', 'high', 'low', 'close'] as const;

/** Whether these items can be drawn as candlesticks. */
export const isCandle = (items: readonly string[]): boolean => CANDLE.every((item) => items.includes(item));
