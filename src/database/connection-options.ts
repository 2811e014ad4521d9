import { types } from 'pg';
import type { Settings } from '../config/settings';

const OID = { int8: 20, json: 114, date: 1082, timestamp: 1114, timestamptz: 1184, numeric: 1700 };

/** Exact values arrive as the text that Postgres prints: a Date, a number or parsed JSON could round them. */
for (const oid of Object.values(OID)) types.setTypeParser(oid, (text) => text);

/** Parameters of every connection, whatever the database is set to; `DISCARD ALL` returns to them. */
export const CONNECTION_PARAMETERS = '-c timezone=UTC -c datestyle=ISO -c client_encoding=UTF8 -c jit=off';

/** Milliseconds that a pool waits for a connection, unless a setting says otherwise. */
export const POOL_WAIT_MS = 10_000;

/**
 * Milliseconds that a request waits for a lock in one try. Between two tries it gives its connection back, so that the
 * pool serves other requests, however many wait for one locked row.
 */
const LOCK_TRY_MS = 50;

/** Parameters of the connections of requests: their statements have a time limit, and none uses several processors. */
export function requestParameters({ statementTimeoutMs, lockTimeoutMs }: Settings): string {
  const lockMs = Math.min(LOCK_TRY_MS, lockTimeoutMs);
  return `-c statement_timeout=${statementTimeoutMs} -c lock_timeout=${lockMs} -c max_parallel_workers_per_gather=0 -c random_page_cost=1.1`;
}
