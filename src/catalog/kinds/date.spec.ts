import * as fc from 'fast-check';
import { walkCalendar } from '../../../test/support/walk-calendar';
import { dateKind } from './date';

const options = { max: null, values: null };
const read = (text: string) => dateKind.read(text, options);

describe('A date', () => {
  it('is every day of the calendar from year 1 to 9999, and is kept as it was written', () => {
    const refused: string[] = [];
    let days = 0;
    for (const day of walkCalendar(1, 9_999)) {
      days++;
      if (read(day) !== day) refused.push(day);
    }
    expect([days, refused]).toEqual([3_652_059, []]);
  });

  it('is no day that the calendar lacks', () => {
    const taken: string[] = [];
    const two = (number: number): string => String(number).padStart(2, '0');
    for (const year of [0, 1, 4, 1582, 1900, 2000, 2023, 2024, 2100, 9_999]) {
      const days = new Set(year === 0 ? [] : walkCalendar(year, year));
      for (let month = 0; month <= 13; month++) {
        for (let day = 0; day <= 33; day++) {
          const text = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
          if ((read(text) === text) !== days.has(text)) taken.push(text);
        }
      }
    }
    expect(taken).toEqual([]);
  });

  it('has one form', () => {
    const days = new Set(walkCalendar(2000, 2099));
    const pieces = fc.constantFrom(...'0123456789-/T:Z. +', '2026', '-01', '-12', '-31', '\u0661', '\n');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 10 }), (parts) => {
        const text = parts.join('');
        const taken = read(text) === text;
        if (taken) expect(text).toMatch(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/);
        if (text.startsWith('20')) expect([text, taken]).toEqual([text, days.has(text)]);
      }),
      { numRuns: 10_000 },
    );
  });

  it.each([
    '2026-02-30',
    '2023-02-29',
    '20260131',
    '2026-1-31',
    '31.01.2026',
    'today',
    'now',
    'infinity',
    'J2451187',
    '2026-01-31T00:00:00Z',
    ' 2026-01-31',
    '2026-01-31\n',
    '10000-01-01',
    '-0001-01-01',
  ])('is not %j', (text) => {
    expect(read(text)).toMatchObject({ code: 'invalid_date' });
  });
});
