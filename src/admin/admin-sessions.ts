import { Injectable } from '@nestjs/common';
import { Signer } from '../auth/signer';
import { TokenService } from '../auth/token.service';

/** Lifetime of a session; then the operator signs in again. */
export const SESSION_SECONDS = 1_800;

/** Token, instant in seconds since 1970, signature. */
const VALUE = /^([0-9a-f-]{36})\.([0-9]{1,12})\.([0-9a-f]{64})$/;

/** Sessions of the operator in the pages under /admin: a signed cookie names the token that opened it, nothing is stored. */
@Injectable()
export class AdminSessions {
  constructor(
    private readonly signer: Signer,
    private readonly tokens: TokenService,
  ) {}

  /** The value of the cookie of a new session; `expires` is in seconds since 1970. */
  open(tokenId: string, expires: number): string {
    return `${tokenId}.${expires}.${this.signer.sign('admin session', tokenId, expires)}`;
  }

  /** True for a session that has not ended, and whose token is still valid and the operator's. */
  async admits(value: string): Promise<boolean> {
    const [, tokenId = '', expires = '', signature = ''] = VALUE.exec(value) ?? [];
    if (!this.signer.verify('admin session', tokenId, expires, signature)) return false;
    return this.tokens.isOperator(tokenId);
  }
}

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
