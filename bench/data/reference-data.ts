import { INSTRUMENTS, instantOf, instrumentName } from './names';

export const MARKET_TYPE = 'bench_market';

const DAYS_A_YEAR = 365;

/** Identifier of the market with this number, from 1. */
const marketName = (number: number): string => `MARKET${String(number).padStart(5, '0')}`;

/** The instrument and the market of a listing: all instruments in turn at one market, then at the next. */
function listingOf(number: number): { instrument: string; market: string } {
  return {
    instrument: instrumentName((number % INSTRUMENTS) + 1),
    market: marketName(Math.floor(number / INSTRUMENTS) + 1),
  };
}

/** Lines of a CSV file of markets, header first. */
export function* marketsAsCsv(count: number): Generator<string> {
  yield 'identifier,name,type_id';
  for (let number = 1; number <= count; number++)
    yield `${marketName(number)},Market ${number},${MARKET_TYPE}`;
}

/** Lines of a CSV file of listings, market after market. */
export function* listingsAsCsv(count: number): Generator<string> {
  yield 'instrument_id,market_id,local_code,currency,lot_size';
  for (let number = 0; number < count; number++) {
    const { instrument, market } = listingOf(number);
    yield `${instrument},${market},C${number},EUR,${(number % 10) + 1}`;
  }
}

/** Lines of a CSV file of suspensions, one day each for the first `count` listings. */
export function* suspensionsAsCsv(count: number): Generator<string> {
  yield 'instrument_id,market_id,suspended_from,suspended_until,reason';
  for (let number = 0; number < count; number++) {
    const { instrument, market } = listingOf(number);
    const day = number % DAYS_A_YEAR;
    yield `${instrument},${market},${instantOf(day)},${instantOf(day + 1)},Announcement ${number}`;
  }
}

/** One year of one market, as the API takes it. */
export interface MarketYear {
  readonly market: string;
  readonly days: readonly object[];
}

/** `count` days in total, one year of each market in turn. */
export function* marketYears(count: number): Generator<MarketYear> {
  for (let from = 0, number = 1; from < count; from += DAYS_A_YEAR, number++) {
    const length = Math.min(DAYS_A_YEAR, count - from);
    const days = Array.from({ length }, (_, day) => {
      const date = instantOf(day).slice(0, 10);
      if (day % 7 >= 5) return { date, is_open: false }; // a closed day has no hours
      return { date, is_open: true, opens_at: `${date}T08:00:00Z`, closes_at: `${date}T16:30:00Z` };
    });
    yield { market: marketName(number), days };
  }
}

/** Markets that listings and calendars of these sizes name. */
export const marketsNamed = (sizes: { listings: number; calendarDays: number }): number =>
  Math.max(Math.ceil(sizes.listings / INSTRUMENTS), Math.ceil(sizes.calendarDays / DAYS_A_YEAR));
