import * as fc from 'fast-check';
import { walkCalendar } from '../../../test/support/walk-calendar';
import { timestampKind } from './timestamp';

const options = { max: null, values: null };
const read = (text: string) => timestampKind.read(text, options);

describe('A timestamp', () => {
  /** The years that are looked at; between two of the spans there is nothing to move to, nor anything that would. */
  const calendar = [
    ...walkCalendar(1, 5),
    ...walkCalendar(1899, 1905),
    ...walkCalendar(1995, 2030),
    ...walkCalendar(9_995, 9_999),
  ];
  const ends = ['0005-12-31', '1899-01-01', '1905-12-31', '1995-01-01', '2030-12-31', '9995-01-01'];
  const numbers = new Map(calendar.map((day, number) => [day, number]));

  /**
   * RFC 3339 once more: cut at its marks, and moved by an offset in minutes counted from the first day of the calendar.
   * Null: no timestamp.
   */
  function reference(text: string): string | null {
    const day = numbers.get(text.slice(0, 10));
    if (day === undefined) return null;
    if (text.length === 10) return `${text}T00:00:00Z`;
    if (text[10] !== 'T' && text[10] !== ' ') return null;
    const time = text.slice(11, 19);
    if (!/^[0-2]\d:[0-5]\d:[0-5]\d$/.test(time) || time > '23:59:59') return null;
    const rest = text.slice(19);
    const zoneAt = [...rest].findIndex((character) => 'Zz+-'.includes(character));
    if (zoneAt < 0) return null;
    const fraction = rest.slice(0, zoneAt);
    if (fraction !== '' && !/^\.\d{1,6}0*$/.test(fraction)) return null;
    const offset = offsetMinutes(rest.slice(zoneAt));
    if (offset === null) return null;
    const minutes = day * 1_440 + Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5)) - offset;
    const moved = calendar[Math.floor(minutes / 1_440)];
    if (moved === undefined) return null;
    const inDay = ((minutes % 1_440) + 1_440) % 1_440;
    const two = (number: number): string => String(number).padStart(2, '0');
    let tail = fraction;
    while (tail.endsWith('0') || tail === '.') tail = tail.slice(0, -1);
    return `${moved}T${two(Math.floor(inDay / 60))}:${two(inDay % 60)}:${time.slice(6)}${tail}Z`;
  }

  function offsetMinutes(zone: string): number | null {
    if (zone === 'Z' || zone === 'z') return 0;
    if (zone.length !== 6 || zone[3] !== ':') return null;
    const [hours, minutes] = [zone.slice(1, 3), zone.slice(4)];
    if (!/^\d\d$/.test(hours) || !/^[0-5]\d$/.test(minutes)) return null;
    const offset = Number(hours) * 60 + Number(minutes);
    return offset > 840 ? null : zone.startsWith('-') ? -offset : offset;
  }

  const days = fc.oneof(
    fc.constantFrom(...calendar.filter((day) => !ends.includes(day))),
    fc.constantFrom(
      '0001-01-01',
      '9999-12-31',
      '2026-02-28',
      '2024-02-29',
      '2026-02-29',
      '2026-13-01',
      '0000-12-31',
    ),
  );
  const two = (most: number) => fc.nat({ max: most }).map((number) => String(number).padStart(2, '0'));
  const times = fc.tuple(two(25), two(61), two(61)).map((parts) => parts.join(':'));
  const fractions = fc.oneof(
    fc.constant(''),
    fc.stringMatching(/^\.[0-9]{0,8}$/),
    fc.constantFrom('.000000', '.100', '.', ',', '.123456000', '.0000001', '.0000000000'),
  );
  const zones = fc.oneof(
    fc.constantFrom(
      'Z',
      'z',
      '',
      '+00:00',
      '-00:00',
      '+14:00',
      '-14:00',
      '+14:01',
      '+0100',
      '+01',
      ' Z',
      'UTC',
    ),
    fc
      .tuple(fc.constantFrom('+', '-'), two(15), two(61))
      .map(([sign, hours, minutes]) => `${sign}${hours}:${minutes}`),
  );
  const marks = fc.constantFrom('T', 'T', ' ', 't', '  ', '_');
  const timestamps = fc.tuple(days, marks, times, fractions, zones).map((parts) => parts.join(''));

  it('is taken, refused and moved to UTC as by another implementation, which counts the days one by one', () => {
    let taken = 0;
    fc.assert(
      fc.property(fc.oneof(timestamps, days, fc.string({ maxLength: 30 })), (text) => {
        const expected = reference(text);
        const given = read(text);
        expect([text, typeof given === 'string' ? given : null]).toEqual([text, expected]);
        if (typeof given !== 'string') return;
        taken++;
        expect(read(given)).toBe(given);
      }),
      { numRuns: 30_000 },
    );
    expect(taken).toBeGreaterThan(1_000);
  });

  it.each([
    ['2026-01-31', '2026-01-31T00:00:00Z'],
    ['2026-01-31 16:00:00+11:00', '2026-01-31T05:00:00Z'],
    ['2026-01-01T00:30:00+01:00', '2025-12-31T23:30:00Z'],
    ['2024-02-29T23:59:59.999999-14:00', '2024-03-01T13:59:59.999999Z'],
    ['2026-01-31T16:00:00.120000z', '2026-01-31T16:00:00.12Z'],
    ['2026-01-31T16:00:00.123456000Z', '2026-01-31T16:00:00.123456Z'],
    ['0001-01-01T14:00:00+14:00', '0001-01-01T00:00:00Z'],
  ])('%s is %s', (text, canonical) => {
    expect(read(text)).toBe(canonical);
  });

  it.each([
    '0001-01-01T00:00:00+00:01',
    '9999-12-31T23:59:59-00:01',
    '2026-01-31T24:00:00Z',
    '2026-06-30T23:59:60Z',
    '2026-01-31T16:00:00',
    '2026-01-31T16:00Z',
    '2026-01-31T16:00:00.1234567Z',
    'now',
    'infinity',
    '1769875200',
  ])('is not %s', (text) => {
    expect(read(text)).toMatchObject({ code: 'invalid_timestamp' });
  });
});
