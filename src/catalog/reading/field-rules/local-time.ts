import type { Issue } from '../../kind';
import { withoutTrailingZeros } from '../../kinds/timestamp';
import type { FieldOptions } from '../../binding/field-options';
import { DAY_SECONDS, dateText, daysOf, InstantWriter, timeText } from './civil-time';
import type { CivilDate } from './civil-values';
import { ZoneOffsets } from './zone-offsets';

const refuse = (message: string): Issue => ({ code: 'invalid_timestamp', message });
const MICRO_DIGITS = 6;

/** Zones are the same for every field and every file of a process. */
const zones = new Map<string, ZoneOffsets>();
const MAX_ZONES = 100;

/** The offsets of a zone. Throws an FieldOptionError for an unknown one. */
export function zoneOf(name: string): ZoneOffsets {
  let zone = zones.get(name);
  if (zone) return zone;
  zone = new ZoneOffsets(name);
  if (zones.size >= MAX_ZONES) zones.clear();
  zones.set(name, zone);
  return zone;
}

/** Turns dates and times of day into canonical timestamps: in UTC, in a zone, or by an offset that the value has. */
export class LocalTimes {
  private readonly writer = new InstantWriter();
  private readonly zone: ZoneOffsets | null;
  private readonly ambiguous: NonNullable<FieldOptions['ambiguous']>;
  private readonly truncate: boolean;

  /** Without `time_zone` the times are UTC. */
  constructor({ time_zone: zone, ambiguous = 'error', fraction = 'error' }: FieldOptions) {
    this.zone = zone === undefined ? null : zoneOf(zone);
    this.ambiguous = ambiguous;
    this.truncate = fraction === 'truncate';
  }

  /** `second` of the day; `fraction`: digits of a second; `offset`: minutes ahead of UTC, null for a time of the zone. */
  read(date: CivilDate, second: number, fraction: string, offset: number | null): string | Issue {
    const { year, month, day } = date;
    const digits = fraction === '' ? '' : this.shorten(fraction);
    if (digits === null) return tooFine();
    const local = daysOf(year, month, day) * DAY_SECONDS + second;
    if (offset === null && this.zone !== null) {
      const { zone } = this;
      const count = zone.find(local, year);
      if (count === 0) return this.inGap(date, second);
      if (count > 1 && this.ambiguous === 'error') return this.inOverlap(date, second);
      return this.write(this.ambiguous === 'later' ? zone.later : zone.earlier, digits);
    }
    return this.write(local - (offset ?? 0) * 60, digits);
  }

  /** Digits without trailing zeros; null when some beyond microseconds are not zero. */
  private shorten(fraction: string): string | null {
    const digits = withoutTrailingZeros(fraction);
    if (digits.length <= MICRO_DIGITS) return digits;
    return this.truncate ? withoutTrailingZeros(digits.slice(0, MICRO_DIGITS)) : null;
  }

  private write(seconds: number, digits: string): string | Issue {
    return this.writer.write(seconds, digits) ?? refuse('The instant lies outside the years 0001 to 9999.');
  }

  private inGap(date: CivilDate, second: number): Issue {
    return refuse(
      `There was no ${shown(date, second)} in ${this.zone?.zone ?? 'UTC'}: clocks went forward over it. Correct the time or time_zone.`,
    );
  }

  private inOverlap(date: CivilDate, second: number): Issue {
    return refuse(
      `${shown(date, second)} happened twice in ${this.zone?.zone ?? 'UTC'}, because clocks went back. Give ambiguous: earlier or later.`,
    );
  }
}

const shown = ({ year, month, day }: CivilDate, second: number): string =>
  `${dateText(year, month, day)} ${timeText(second)}`;

export const tooFine = (): Issue =>
  refuse(
    'A timestamp has at most 6 fractional digits (microseconds) that are not zero. Give fraction: truncate to cut the others.',
  );
