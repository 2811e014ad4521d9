import { isIP } from 'node:net';

/** Names that Express knows for ranges of addresses. */
const RANGES = ['loopback', 'linklocal', 'uniquelocal'];
const MAX_HOPS = 32;

/** Proxies whose `X-Forwarded-*` headers are trusted: so many hops, or addresses and ranges; false: none. */
export type TrustProxy = false | number | readonly string[];

/** Reads `TRUST_PROXY`. Never all proxies: a client could then claim any address. */
export function readTrustProxy(text: string, name: string): TrustProxy {
  if (/^\d+$/.test(text)) {
    const hops = Number(text);
    if (hops > MAX_HOPS) throw new Error(`${name} must be at most ${MAX_HOPS} hops, not "${text}".`);
    return hops === 0 ? false : hops;
  }
  const entries = text.split(',').map((entry) => entry.trim());
  const wrong = entries.find((entry) => !RANGES.includes(entry) && !isAddressRange(entry));
  if (wrong === undefined) return entries;
  throw new Error(
    `${name} must be a number of proxies (1), or addresses and ranges separated by commas (10.0.0.0/8, ${RANGES.join(', ')}); ` +
      `"${wrong}" is neither.`,
  );
}

/** An address, or one with the length of its prefix. */
function isAddressRange(entry: string): boolean {
  const [address = '', prefix, ...rest] = entry.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (version === 4 ? 32 : 128));
}
