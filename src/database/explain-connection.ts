import { databaseServers } from '../config/database-address';
import { showHost } from '../config/host-list';
import { NoPrimaryError } from './primary-finder';

/** How long a connection attempt may take before it counts as failed. */
export const CONNECT_MS = 5_000;

const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY/;

/** A failed connection to the PostgreSQL of DATABASE_URL: what is wrong and what to do, without capitals and full stop. */
export interface ConnectionProblem {
  problem: string;
  fix: string;
}

/** Explains a failed connection in one sentence. */
export function explainConnection(error: unknown, databaseUrl: string): string {
  const { problem, fix } = findConnectionProblem(error, databaseUrl);
  return `${problem}; ${fix}.`;
}

/** Explains a failed connection. Never shows the password of `databaseUrl`. */
export function findConnectionProblem(error: unknown, databaseUrl: string): ConnectionProblem {
  const { code = '', message = String(error) } = (error ?? {}) as { code?: string; message?: string };
  const { server, user, database } = readTarget(databaseUrl);
  const postgres = `DATABASE_URL: PostgreSQL at ${server}`;
  if (error instanceof NoPrimaryError)
    return {
      problem: `DATABASE_URL: ${message.replace(/^.*? DATABASE_URL /, 'no server ')}`,
      fix: 'start the primary, promote a standby, or correct DATABASE_URL',
    };
  if (code === 'ECONNREFUSED' || code === 'ENOENT')
    return {
      problem: `DATABASE_URL: nothing listens at ${server}`,
      fix: 'start PostgreSQL there, or correct DATABASE_URL',
    };
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return { problem: `DATABASE_URL: the host of ${server} is not known`, fix: 'correct it in DATABASE_URL' };
  if (code === 'ETIMEDOUT' || code === 'EHOSTUNREACH' || code === 'ENETUNREACH' || /timeout/i.test(message))
    return {
      problem: `${postgres} does not answer within ${CONNECT_MS / 1_000} s`,
      fix: 'correct host and port in DATABASE_URL, or let the firewall pass it',
    };
  if (code === '28P01')
    return {
      problem: `${postgres} refuses the password of the user ${user}`,
      fix: 'correct user and password in DATABASE_URL',
    };
  if (code === '28000')
    return {
      problem: `${postgres} does not let the user ${user} in (${message})`,
      fix: 'create that user, allow it in pg_hba.conf, or correct DATABASE_URL',
    };
  if (code === '3D000')
    return {
      problem: `${postgres} has no database ${database}`,
      fix: 'create it with createdb, or correct its name in DATABASE_URL',
    };
  if (code === '53300')
    return {
      problem: `${postgres} has no connection left`,
      fix: 'raise its max_connections, or lower REQUEST_POOL_SIZE and JOB_POOL_SIZE',
    };
  if (code === '57P03')
    return { problem: `${postgres} is starting or stopping`, fix: 'start Almagest again when it is up' };
  if (code === '42501')
    return {
      problem: `${postgres} does not give the user ${user} the rights that Almagest needs (${message})`,
      fix: 'grant them, or correct DATABASE_URL',
    };
  if (CERTIFICATE.test(code))
    return {
      problem: `${postgres} has a certificate that is not trusted (${message})`,
      fix: 'correct sslmode in DATABASE_URL, or name its authority in NODE_EXTRA_CA_CERTS',
    };
  if (/password must be a string/.test(message))
    return {
      problem: `${postgres} asks for a password, and DATABASE_URL has none`,
      fix: 'add it as postgres://user:password@host/database',
    };
  return { problem: `${postgres} cannot be used (${message || code})`, fix: 'correct DATABASE_URL' };
}

/** The target of DATABASE_URL, without the password. */
function readTarget(databaseUrl: string): { server: string; user: string; database: string } {
  const servers = databaseServers(databaseUrl);
  const url = new URL(servers?.firstUrl ?? databaseUrl);
  const host = url.searchParams.get('host') ?? url.hostname;
  const one = `${host === '' ? 'localhost' : host}:${url.port === '' ? 5432 : url.port}`;
  return {
    server: servers?.hosts.map(showHost).join(', ') ?? one,
    user: decodeURIComponent(url.username) || '(none given)',
    database: decodeURIComponent(url.pathname.slice(1)) || '(none given)',
  };
}
