import { SESSION_SECONDS } from './admin-sessions';

const NAME = 'almagest_admin';

/**
 * The header `Set-Cookie` of a session. No script reads it (HttpOnly), no other site sends it (SameSite=Strict), and only
 * the pages under /admin see it (Path); `secure` keeps it off plain HTTP.
 */
export function writeSessionCookie(value: string, secure: boolean): string {
  const parts = [
    `${NAME}=${value}`,
    'Path=/admin',
    `Max-Age=${SESSION_SECONDS}`,
    'HttpOnly',
    'SameSite=Strict',
  ];
  return [...parts, ...(secure ? ['Secure'] : [])].join('; ');
}

/** The session in a header `Cookie`; null when it has none. */
export function readSessionCookie(header: string | undefined): string | null {
  for (const pair of (header ?? '').split(';')) {
    const [name, value = ''] = pair.trim().split('=', 2);
    if (name === NAME) return value;
  }
  return null;
}
