import { types } from 'pg';
import type { Settings } from '../config/settings';

const OID = { int8: 20, json: 114, date: 1082, timestamp: 1114, timestamptz: 1184, numeric: 1700 };

/** Exact values arrive as the text Postgres prints: no Date, no number, no parsed JSON that could round. */
for (const oid of Object.values(OID)) types.setTypeParser(oid, (text) => text);

/** Parameters of every connection, whatever the database is set to; `DISCARD ALL` returns to them. */
export const PINNED = '-c timezone=UTC -c datestyle=ISO -c client_encoding=UTF8 -c jit=off';

/** Milliseconds until a connection that is asked for must be there. */
export const CONNECT_MS = 10_000;

/**
 * A request waits this long for a lock at a time, in milliseconds. Between two tries it gives its connection back, so that
 * however many requests wait for one locked row, the pool serves the others.
 */
const LOCK_TRY_MS = 50;

/** Parameters of the connections of requests: their statements end, and none takes the processors of several. */
export function requestParameters({ statementTimeoutMs, lockTimeoutMs }: Settings): string {
  const lockMs = Math.min(LOCK_TRY_MS, lockTimeoutMs);
  return `-c statement_timeout=${statementTimeoutMs} -c lock_timeout=${lockMs} -c max_parallel_workers_per_gather=0`;
}
