import { instantOf, instrumentName, POINTS_EACH } from './names';
import { createRandom } from './random';

/** A value of a scalar series as it is written in a file. */
export interface ValueRow {
  readonly instrument: string;
  /** Number of the instrument, from 1. */
  readonly number: number;
  readonly instant: string;
  readonly value: string;
}

export const VALUE_SERIES = 'close';
const VALUE_HEADER = 'instrument_id,type_id,timestamp,value';

/** Values in the order of a vendor's file: instrument after instrument, day after day from `firstDay`. */
export function* createValues(count: number, firstDay = 0): Generator<ValueRow> {
  const random = createRandom(count + firstDay);
  const instants = Array.from({ length: POINTS_EACH }, (_, day) => instantOf(firstDay + day));
  let price = 100;
  for (let row = 0; row < count; row++) {
    const day = row % POINTS_EACH;
    const number = Math.floor(row / POINTS_EACH) + 1;
    price = day === 0 ? 10 + random() * 400 : Math.max(0.01, price * (0.98 + random() * 0.0405));
    yield {
      instrument: instrumentName(number),
      number,
      instant: instants[day] ?? '',
      value: price.toFixed(6),
    };
  }
}

/** The lines of a CSV file, header first. */
export function* valuesAsCsv(rows: Iterable<ValueRow>): Generator<string> {
  yield VALUE_HEADER;
  for (const { instrument, instant, value } of rows)
    yield `${instrument},${VALUE_SERIES},${instant},${value}`;
}

/** One object a line. */
export function* valuesAsNdjson(rows: Iterable<ValueRow>): Generator<string> {
  for (const { instrument, instant, value } of rows) {
    yield `{"instrument_id":"${instrument}","type_id":"${VALUE_SERIES}","timestamp":"${instant}","value":"${value}"}`;
  }
}

/** One array of objects. */
export function* valuesAsJson(rows: Iterable<ValueRow>): Generator<string> {
  let prefix = '[';
  for (const line of valuesAsNdjson(rows)) {
    yield prefix + line;
    prefix = ',';
  }
  yield prefix === '[' ? '[]' : ']';
}

/** Lines of COPY for a table keyed by a number: nothing is looked up or checked. */
export function* valuesAsPoints(rows: Iterable<ValueRow>): Generator<string> {
  for (const { number, instant, value } of rows) yield `${number}\t${instant}\t${value}`;
}
