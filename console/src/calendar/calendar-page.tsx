import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useLocation } from 'wouter';
import type { Page as ListPage } from '../api/dto';
import { request, type Session } from '../api/request';
import { useSession } from '../session/use-session';
import { Empty } from '../shared/empty';
import { Page } from '../shared/page';
import { ProblemNote } from '../shared/problem-note';
import { RecordPicker } from '../shared/record-picker';
import { buildYear, type CalendarEntry } from './build-year';
import { SpecialDays } from './special-days';
import { YearGrid } from './year-grid';

/** The year of a market: when it trades, when it does not, and when for a shorter time than usual. */
export function CalendarPage({ market }: { market: string | null }): ReactNode {
  const { session } = useSession();
  const [, go] = useLocation();
  const [year, setYear] = useState(() => new Date().getUTCFullYear());
  const { data, error, isFetching } = useQuery({
    queryKey: ['calendar', session.workspace, market, year],
    enabled: market !== null,
    queryFn: ({ signal }) => readYear(session, market ?? '', year, signal),
  });
  return (
    <Page title={market === null ? 'Calendars' : `Calendar of ${market}`}>
      <section className="card" aria-label="Which calendar">
        <div className="row end">
          <RecordPicker
            label="Market"
            collection="markets"
            value={market}
            onPick={(identifier) => go(`/calendars/${encodeURIComponent(identifier)}`)}
          />
          <div className="row">
            <Button className="button" aria-label="The year before" onPress={() => setYear(year - 1)}>
              ←
            </Button>
            <label className="field">
              <span className="for-readers">Year</span>
              <input
                className="year-field"
                type="number"
                min={1}
                max={9999}
                value={year}
                onChange={(event) => {
                  const next = event.target.valueAsNumber;
                  if (next >= 1 && next <= 9999) setYear(next);
                }}
              />
            </label>
            <Button className="button" aria-label="The year after" onPress={() => setYear(year + 1)}>
              →
            </Button>
          </div>
        </div>
      </section>
      {error !== null && <ProblemNote problem={error} />}
      {market === null && <Empty>Choose a market.</Empty>}
      {data !== undefined && data.length === 0 && (
        <p className="note warn">
          There is no entry for {year}. A year is loaded at once with{' '}
          <code>PUT /markets/{'{id}'}/calendar</code>; see <a href="/docs">/docs</a>.
        </p>
      )}
      {data !== undefined && data.length > 0 && (
        <>
          <section className="card" aria-label={`The year ${year}`} aria-busy={isFetching}>
            <YearGrid year={year} months={buildYear(year, data)} />
          </section>
          <SpecialDays months={buildYear(year, data)} />
        </>
      )}
    </Page>
  );
}

/** A year has at most 366 entries: two pages. */
async function readYear(
  session: Session,
  market: string,
  year: number,
  signal: AbortSignal,
): Promise<CalendarEntry[]> {
  const digits = (one: number): string => String(one).padStart(4, '0');
  const bounds = { market_id: market, from: `${digits(year)}-01-01`, limit: '200' };
  const query = new URLSearchParams(year === 9999 ? bounds : { ...bounds, to: `${digits(year + 1)}-01-01` });
  const entries: CalendarEntry[] = [];
  for (;;) {
    const path = `/market-calendars?${query.toString()}`;
    const { data, meta } = await request<ListPage<CalendarEntry>>(session, 'GET', path, { signal });
    entries.push(...data);
    if (meta.next_cursor === null) return entries;
    query.set('after', meta.next_cursor);
  }
}
