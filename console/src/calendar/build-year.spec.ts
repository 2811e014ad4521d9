import { buildYear, type CalendarEntry } from './build-year';

const entry = (date: string, is_open: boolean, hours: [string, string] | null = null): CalendarEntry => ({
  date,
  is_open,
  opens_at: hours && `${date}T${hours[0]}:00Z`,
  closes_at: hours && `${date}T${hours[1]}:00Z`,
  break_start: null,
  break_end: null,
  description: null,
});

describe('the year of a market', () => {
  const months = buildYear(2024, [
    entry('2024-01-01', false),
    entry('2024-01-02', true, ['14:30', '21:00']),
    entry('2024-01-03', true, ['14:30', '21:00']),
    entry('2024-11-29', true, ['14:30', '18:00']),
    entry('2024-12-02', true),
  ]);
  const days = months.flatMap(({ weeks }) => weeks.flat()).filter((day) => day !== null);
  const state = (date: string) => days.find((day) => day.date === date)?.state;

  it('has every day once, the leap day too, in weeks from Monday', () => {
    expect([months.length, days.length, new Set(days.map(({ date }) => date)).size]).toEqual([12, 366, 366]);
    expect(months[0]?.weeks[0]?.map((day) => day?.day ?? null)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(months[8]?.weeks[0]?.map((day) => day?.day ?? null)).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
      1,
    ]);
  });

  it('distinguishes open, closed, short and unknown days', () => {
    const wanted = {
      '2024-01-01': 'closed',
      '2024-01-02': 'open',
      '2024-11-29': 'short',
      '2024-02-29': 'unknown',
    };
    expect(Object.keys(wanted).map((date) => [date, state(date)])).toEqual(Object.entries(wanted));
    expect(state('2024-12-02')).toBe('open'); // open without hours
  });
});
