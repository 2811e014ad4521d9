/** An entry of a market's calendar, as the API returns it. */
export interface CalendarEntry {
  date: string;
  is_open: boolean;
  opens_at: string | null;
  closes_at: string | null;
  break_start: string | null;
  break_end: string | null;
  description: string | null;
}

/** One day. `short`: a shorter session than usual in that year; `unknown`: the calendar has no entry. */
export interface Day {
  date: string;
  day: number;
  state: 'open' | 'short' | 'closed' | 'unknown';
  entry: CalendarEntry | null;
}

/** A month as weeks from Monday to Sunday; null where a week belongs to another month. */
export interface Month {
  month: number;
  weeks: (Day | null)[][];
}

const DAY_MS = 86_400_000;

/** Puts the entries of a year into months and weeks. Dates are counted in UTC, where every day has the same length. */
export function buildYear(year: number, entries: readonly CalendarEntry[]): Month[] {
  const byDate = new Map(entries.map((entry) => [entry.date, entry]));
  const usual = usualMinutes(entries);
  return Array.from({ length: 12 }, (_, month) => {
    const first = Date.UTC(year, month, 1);
    const days = Math.round((Date.UTC(year, month + 1, 1) - first) / DAY_MS);
    const lead = (new Date(first).getUTCDay() + 6) % 7; // Monday is the first day
    const cells: (Day | null)[] = Array.from({ length: lead }, () => null);
    for (let day = 1; day <= days; day++) cells.push(dayOf(year, month, day, byDate, usual));
    while (cells.length % 7 !== 0) cells.push(null);
    return {
      month,
      weeks: Array.from({ length: cells.length / 7 }, (_week, at) => cells.slice(at * 7, at * 7 + 7)),
    };
  });
}

function dayOf(
  year: number,
  month: number,
  day: number,
  byDate: ReadonlyMap<string, CalendarEntry>,
  usual: number | null,
): Day {
  const date = `${String(year).padStart(4, '0')}-${String(month + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const entry = byDate.get(date) ?? null;
  return { date, day, state: stateOf(entry, usual), entry };
}

function stateOf(entry: CalendarEntry | null, usual: number | null): Day['state'] {
  if (entry === null) return 'unknown';
  if (!entry.is_open) return 'closed';
  const minutes = minutesOf(entry);
  return minutes !== null && usual !== null && minutes < usual ? 'short' : 'open';
}

/** Length of a session. It decides only the colour of a square. */
function minutesOf({ opens_at, closes_at }: CalendarEntry): number | null {
  return opens_at === null || closes_at === null
    ? null
    : (Date.parse(closes_at) - Date.parse(opens_at)) / 60_000;
}

/** The most frequent length of a session. */
function usualMinutes(entries: readonly CalendarEntry[]): number | null {
  const counts = new Map<number, number>();
  for (const entry of entries) {
    const minutes = entry.is_open ? minutesOf(entry) : null;
    if (minutes !== null) counts.set(minutes, (counts.get(minutes) ?? 0) + 1);
  }
  const [most] = [...counts].toSorted(([, a], [, b]) => b - a);
  return most?.[0] ?? null;
}
