import { readSessionCookie, writeSessionCookie } from './admin-sessions';

describe('the cookie of an admin session', () => {
  it('is kept from scripts, other sites and other paths, and from plain HTTP where there is https', () => {
    expect(writeSessionCookie('v', false)).toBe(
      'almagest_admin=v; Path=/admin; Max-Age=1800; HttpOnly; SameSite=Strict',
    );
    expect(writeSessionCookie('v', true)).toMatch(/; SameSite=Strict; Secure$/);
  });

  it('is found among others, and only under its whole name', () => {
    expect(readSessionCookie('a=1; almagest_admin=x.1.y; b=2')).toBe('x.1.y');
    expect(readSessionCookie('not_almagest_admin=x')).toBeNull();
    expect(readSessionCookie(undefined)).toBeNull();
  });
});
