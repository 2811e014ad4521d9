import { isIPv6 } from 'node:net';

const GROUPS = 8;
/** The groups of the prefix that one site has: within it a client may take any address. */
const SITE_GROUPS = 4;

/** What stands for the client of an address in a limit: an IPv4 address, or the first 64 bits of an IPv6 address. */
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
