import { useQueries } from '@tanstack/react-query';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { request } from '../api/request';
import type { TypeRecord } from '../resources/record';
import { useResources } from '../resources/use-resources';
import { useTypes } from '../resources/use-types';
import { useSession } from '../session/use-session';
import { Choice } from '../shared/choice';
import { Empty } from '../shared/empty';
import { formatCount } from '../shared/format';
import { ProblemNote } from '../shared/problem-note';
import { isCandle } from './point';
import { PointsTable } from './points-table';
import { usePoints } from './use-points';

const Chart = lazy(() => import('./chart'));
const COUNTED = 30;

/** The series of an instrument, one at a time: a line, or candles where the bars have open, high, low and close. */
export function SeriesSection({ instrument }: { instrument: string }): ReactNode {
  const { find } = useResources();
  const all = useTypes(find('series')).data ?? [];
  const counts = useCounts(instrument, all.slice(0, COUNTED));
  const [chosen, setChosen] = useState<string | null>(null);
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const first = all.find((_, at) => (counts[at] ?? 0) > 0);
  const series = all.find(({ id }) => id === chosen) ?? first ?? null;
  const { data, error, isFetching } = usePoints(instrument, series, from, to);
  if (all.length === 0) return null;
  const items = series?.kind === 'composite' ? series.fields.map(({ field_key }) => field_key) : ['value'];
  return (
    <section className="card" aria-labelledby="series" aria-busy={isFetching}>
      <h2 id="series">Time series</h2>
      <div className="grid-fields">
        <Choice
          label="Series"
          value={series?.id ?? ''}
          options={[
            ...(series === null ? [{ value: '', label: 'choose' }] : []),
            ...all.map((one, at) => ({
              value: one.id,
              label: `${one.identifier}, ${countLabels(counts[at])}`,
            })),
          ]}
          onChange={setChosen}
        />
        <label className="field">
          <span>From</span>
          <input type="date" value={from} onChange={(event) => setFrom(event.target.value)} />
        </label>
        <label className="field">
          <span>Before</span>
          <input type="date" value={to} onChange={(event) => setTo(event.target.value)} />
        </label>
      </div>
      {error !== null && <ProblemNote problem={error} />}
      {series === null && <Empty>This instrument has no points yet.</Empty>}
      {data !== undefined && data.points.length === 0 && series !== null && (
        <Empty>There are no points in this period.</Empty>
      )}
      {data !== undefined && data.points.length > 0 && series !== null && (
        <>
          <Suspense fallback={<Empty>Drawing …</Empty>}>
            <Chart
              points={data.points}
              items={items}
              label={`${series.name}, ${formatCount(data.points.length)} points${isCandle(items) ? ', as candles' : ''}`}
            />
          </Suspense>
          {data.more && (
            <p className="muted small">
              The newest {formatCount(data.points.length)} points are shown; choose dates to see earlier ones.
            </p>
          )}
          <PointsTable points={data.points} items={items} />
        </>
      )}
    </section>
  );
}

const countLabels = (count: number | undefined): string =>
  count === undefined ? 'points' : `${formatCount(count)} points`;

function useCounts(instrument: string, all: readonly TypeRecord[]): (number | undefined)[] {
  const { session } = useSession();
  const answers = useQueries({
    queries: all.map(({ id, kind }) => ({
      queryKey: ['points-count', session.workspace, instrument, id],
      queryFn: () => {
        const path =
          kind === 'composite' ? '/composite-time-series-values/count' : '/time-series-values/count';
        const filter = {
          and: [
            { field: 'instrument_id', op: 'eq', value: instrument },
            { field: 'type_id', op: 'eq', value: id },
          ],
        };
        return request<{ count: number }>(session, 'POST', path, { body: { filter } });
      },
    })),
  });
  return answers.map(({ data }) => data?.count);
}
