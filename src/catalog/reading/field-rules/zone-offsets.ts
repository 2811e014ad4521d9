import { DAY_SECONDS, daysOf, yearOf } from './civil-time';
import { FieldOptionError } from './field-option-error';

/** A span of time in which clocks of a zone are `offset` seconds ahead of UTC: [from, until) in seconds since 1970. */
interface Span {
  readonly from: number;
  readonly until: number;
  readonly offset: number;
}

/** Local times of two days around a year belong to it too. */
const MARGIN = 2 * DAY_SECONDS;
const OFFSET = /GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?$/;
const NAME = /^[A-Za-z][A-Za-z0-9_+/-]{0,63}$/;

/**
 * The offsets of an IANA zone, as the JavaScript engine knows them. They are looked up once for each year and then kept,
 * because a look-up takes a thousand times as long as reading a value.
 */
export class ZoneOffsets {
  /** The instants that `find` found last. */
  earlier = 0;
  later = 0;
  private readonly format: Intl.DateTimeFormat;
  private readonly years = new Map<number, readonly Span[]>();

  /** Throws an FieldOptionError for a name that is no IANA zone. */
  constructor(readonly zone: string) {
    this.format = formatOf(zone);
  }

  /**
   * Finds the instants at which clocks of the zone show `local` (seconds since 1970 as if they were UTC) in `year`, and
   * returns how many there are: none in the gap when clocks go forward, two in the overlap when they go back. `earlier` and
   * `later` are then these instants, in seconds since 1970.
   */
  find(local: number, year: number): number {
    let count = 0;
    for (const { from, until, offset } of this.spansOf(year)) {
      const instant = local - offset;
      if (instant < from || instant >= until) continue;
      if (count++ === 0) this.earlier = instant;
      this.later = instant;
    }
    return count;
  }

  /** Seconds by which clocks of the zone are ahead of UTC at an instant. */
  offsetAt(instant: number): number {
    for (const { from, until, offset } of this.spansOf(yearOf(instant))) {
      if (instant >= from && instant < until) return offset;
    }
    return this.lookUp(instant);
  }

  private spansOf(year: number): readonly Span[] {
    let spans = this.years.get(year);
    if (!spans) this.years.set(year, (spans = this.findSpans(year)));
    return spans;
  }

  /** Looks once a day; where the offset changed, halves the day down to the second of the change. */
  private findSpans(year: number): Span[] {
    const start = daysOf(year, 1, 1) * DAY_SECONDS - MARGIN;
    const end = daysOf(year + 1, 1, 1) * DAY_SECONDS + MARGIN;
    const spans: Span[] = [];
    let from = start;
    let offset = this.lookUp(start);
    for (let at = start; at < end; at += DAY_SECONDS) {
      const next = this.lookUp(at + DAY_SECONDS);
      if (next === offset) continue;
      const change = this.changeBetween(at, at + DAY_SECONDS, offset);
      spans.push({ from, until: change, offset });
      from = change;
      offset = next;
    }
    spans.push({ from, until: end, offset });
    return spans;
  }

  /** The first second after `before` at which the offset is no longer `offset`. */
  private changeBetween(before: number, after: number, offset: number): number {
    let [low, high] = [before, after];
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (this.lookUp(middle) === offset) low = middle;
      else high = middle;
    }
    return high;
  }

  private lookUp(instant: number): number {
    const parts = OFFSET.exec(this.format.format(instant * 1_000));
    if (!parts) throw new Error(`The engine does not say the offset of ${this.zone}.`);
    const [, sign, hours = '0', minutes = '0', seconds = '0'] = parts;
    const offset = Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds);
    return sign === '-' ? -offset : offset;
  }
}

function formatOf(zone: string): Intl.DateTimeFormat {
  try {
    if (NAME.test(zone))
      return new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  throw new FieldOptionError(
    'time_zone',
    `"${zone}" is no IANA time zone. Give a name such as UTC, America/New_York or Asia/Tokyo.`,
  );
}
