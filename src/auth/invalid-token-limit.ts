import { isIPv6 } from 'node:net';
import { problem } from '../http/problem/problem.exception';
import type { RateLimit } from './shared-buckets';
import { remember } from './token-buckets';

const MAX_TOKENS = 10_000;
const PROVEN_MS = 3_600_000;

/**
 * Bounds the invalid tokens that one client address may send, before the database is asked about them. A token that was
 * valid in this process within the last hour is never refused, whatever else comes from its address; the database is asked
 * about it as about any other, so a revocation takes effect at once. At most 10,000 tokens are remembered: those that were
 * quiet for longest are forgotten first.
 */
export class InvalidTokenLimit {
  /** When each token was valid last, by its hash. */
  private readonly proven = new Map<string, number>();

  constructor(
    private readonly clients: RateLimit,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /**
   * Runs `authenticate` for a token with the hash `token`. What it throws counts against `client` when `isInvalid` says so.
   * Throws 429 `too_many_invalid_tokens` without running it when `client` sent too many.
   */
  async run<T>(
    client: string,
    token: string,
    authenticate: () => Promise<T>,
    isInvalid: (error: unknown) => boolean,
  ): Promise<T> {
    const isProven = this.isProven(token);
    if (!isProven) await this.take(client); // before the answer is known: many requests may come at once
    try {
      const caller = await authenticate();
      if (!isProven) this.clients.giveBack(client);
      remember(this.proven, token, this.now(), MAX_TOKENS);
      return caller;
    } catch (error) {
      const invalid = isInvalid(error);
      if (invalid && isProven) {
        this.proven.delete(token);
        await this.take(client);
      } else if (!invalid && !isProven) this.clients.giveBack(client);
      throw error;
    }
  }

  private isProven(token: string): boolean {
    const at = this.proven.get(token);
    return at !== undefined && this.now() - at < PROVEN_MS;
  }

  private async take(client: string): Promise<void> {
    const seconds = await this.clients.take(client);
    if (seconds === 0) return;
    const detail = `Too many invalid tokens came from this address. Wait ${seconds} s, and check the token.`;
    throw problem(429, 'too_many_invalid_tokens', detail, { headers: { 'Retry-After': String(seconds) } });
  }
}

const GROUPS = 8;
/** The groups of the prefix that one site has: within it a client may take any address. */
const SITE_GROUPS = 4;

/** The key of a client in a limit: an IPv4 address, or the first 64 bits of an IPv6 address. */
export function clientOf(address: string): string {
  if (!isIPv6(address)) return address;
  const mapped = /:(\d+\.\d+\.\d+\.\d+)$/.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const [before = '', after] = address.replace(/%.*$/, '').split('::');
  const start = before === '' ? [] : before.split(':');
  const end = after === undefined || after === '' ? [] : after.split(':');
  const zeros = after === undefined ? 0 : GROUPS - start.length - end.length;
  const groups = [...start, ...Array.from({ length: zeros }, () => '0'), ...end];
  return groups
    .slice(0, SITE_GROUPS)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':');
}
