/** How long a connection may take to come about before it counts as failed. */
export const CONNECT_MS = 5_000;

const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY/;

/** Where DATABASE_URL leads, without the password. */
function placeOf(databaseUrl: string): { server: string; user: string; database: string } {
  const url = new URL(databaseUrl);
  const host = url.searchParams.get('host') ?? url.hostname;
  return {
    server: `${host === '' ? 'localhost' : host}:${url.port === '' ? 5432 : url.port}`,
    user: decodeURIComponent(url.username) || '(none given)',
    database: decodeURIComponent(url.pathname.slice(1)) || '(none given)',
  };
}

/** Why there is no connection to the PostgreSQL of DATABASE_URL, and what to do, in one sentence. */
export function explainConnection(error: unknown, databaseUrl: string): string {
  const { code = '', message = String(error) } = (error ?? {}) as { code?: string; message?: string };
  const { server, user, database } = placeOf(databaseUrl);
  const at = `DATABASE_URL: PostgreSQL at ${server}`;
  if (code === 'ECONNREFUSED' || code === 'ENOENT')
    return `DATABASE_URL: nothing listens at ${server}; start PostgreSQL there, or correct DATABASE_URL.`;
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return `DATABASE_URL: the host of ${server} is not known; correct it in DATABASE_URL.`;
  if (code === 'ETIMEDOUT' || code === 'EHOSTUNREACH' || code === 'ENETUNREACH' || /timeout/i.test(message))
    return `${at} does not answer within ${CONNECT_MS / 1_000} s; correct host and port in DATABASE_URL, or let the firewall pass it.`;
  if (code === '28P01')
    return `${at} refuses the password of the user ${user}; correct user and password in DATABASE_URL.`;
  if (code === '28000')
    return `${at} does not let the user ${user} in (${message}); make that user, let it in with pg_hba.conf, or correct DATABASE_URL.`;
  if (code === '3D000')
    return `${at} has no database ${database}; make it with createdb, or correct its name in DATABASE_URL.`;
  if (code === '53300')
    return `${at} has no connection left; raise its max_connections, or lower REQUEST_POOL_SIZE and JOB_POOL_SIZE.`;
  if (code === '57P03') return `${at} is starting or ending; start Almagest again when it is up.`;
  if (code === '42501')
    return `${at} does not give the user ${user} the rights that Almagest needs (${message}); grant them, or correct DATABASE_URL.`;
  if (CERTIFICATE.test(code))
    return `${at} has a certificate that is not trusted (${message}); correct sslmode in DATABASE_URL, or name its authority in NODE_EXTRA_CA_CERTS.`;
  if (/password must be a string/.test(message))
    return `${at} asks for a password, and DATABASE_URL has none; add it as postgres://user:password@host/database.`;
  return `${at} cannot be used (${message || code}); correct DATABASE_URL.`;
}
