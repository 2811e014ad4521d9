import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Page } from '../api/dto';
import { request, type Session } from '../api/request';
import type { RecordOf, TypeRecord } from '../resources/record';
import { useSession } from '../session/use-session';
import type { Point } from './point';

const PAGES = 10;
const LIMIT = 200;

/** Points of one series of an instrument in the order of time, and whether there are earlier ones. */
export interface Points {
  points: Point[];
  more: boolean;
}

/** The newest two thousand points before `to`, from `from` on; empty bounds are none. */
export function usePoints(
  instrument: string,
  series: TypeRecord | null,
  from: string,
  to: string,
): UseQueryResult<Points> {
  const { session } = useSession();
  return useQuery({
    queryKey: ['points', session.workspace, instrument, series?.id, from, to],
    enabled: series !== null,
    queryFn: ({ signal }) => (series === null ? NONE : read(session, instrument, series, from, to, signal)),
  });
}

const NONE: Points = { points: [], more: false };

async function read(
  session: Session,
  instrument: string,
  series: TypeRecord,
  from: string,
  to: string,
  signal: AbortSignal,
): Promise<Points> {
  const composite = series.kind === 'composite';
  const path = composite ? '/composite-time-series-values/filter' : '/time-series-values/filter';
  const bounds = [
    { field: 'instrument_id', op: 'eq', value: instrument },
    { field: 'type_id', op: 'eq', value: series.id },
    ...(from === '' ? [] : [{ field: 'timestamp', op: 'gte', value: from }]),
    ...(to === '' ? [] : [{ field: 'timestamp', op: 'lt', value: to }]),
  ];
  const found: Point[] = [];
  let after: string | null = null;
  for (let page = 0; page < PAGES; page++) {
    const body = {
      filter: { and: bounds },
      sort: [{ field: 'timestamp', direction: 'desc' }],
      limit: LIMIT,
      ...(after !== null && { after }),
    };
    const answer: Page<RecordOf> = await request(session, 'POST', path, { body, signal });
    found.push(...answer.data.map((record) => pointOf(record, composite)));
    after = answer.meta.next_cursor;
    if (after === null) break;
  }
  return { points: found.reverse(), more: after !== null };
}

function pointOf(record: RecordOf, composite: boolean): Point {
  const timestamp = String(record.timestamp);
  if (!composite) return { timestamp, texts: new Map([['value', record.value as string]]) };
  const items = record.items as { field_key: string; value: string | null }[];
  return { timestamp, texts: new Map(items.map(({ field_key, value }) => [field_key, value])) };
}
