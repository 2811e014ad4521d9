import { type HostPort, readHosts } from './host-list';
import { address } from './variable';

const SENTINEL = 'redis+sentinel:';
const SENTINEL_PORT = 26_379;
/** `[user:password@]h1:26379,h2/master-name[/database][?sentinel_password=…]` */
const TARGET = /^\/\/(?:([^@/?#]*)@)?([^@/?#]+)\/([^/?#]+)(?:\/(\d{1,4}))?(?:\?([^#]*))?$/;
const OPTIONS = ['sentinel_user', 'sentinel_password'];
const EXAMPLE = 'redis+sentinel://user:password@host1:26379,host2:26379/master-name/0';

/** A Redis that sentinels watch: they say which server is its master now. */
export interface SentinelAddress {
  readonly sentinels: readonly HostPort[];
  /** The name under which the sentinels know the master. */
  readonly master: string;
  readonly database: number;
  /** Of the master and its replicas; undefined where they ask for none. */
  readonly user: string | undefined;
  readonly password: string | undefined;
  /** Of the sentinels themselves. */
  readonly sentinelUser: string | undefined;
  readonly sentinelPassword: string | undefined;
}

const readServer = address(['redis', 'rediss'], 'redis://host:6379');

/** Reads REDIS_URL: one server, or sentinels. Throws a sentence that names the setting; it never shows the value. */
export function readRedisUrl(value: string, name: string): string {
  if (!value.startsWith(SENTINEL)) return readServer(value, name);
  if (sentinelAddress(value) === null) {
    throw new Error(
      `${name} must be an address such as ${EXAMPLE}: sentinels with their ports, the name of the master, and the number of ` +
        `the database; options are ${OPTIONS.join(' and ')}. Signs like @, / and # in a password are written as %40, %2F and %23.`,
    );
  }
  return value;
}

/** The sentinels of an address `redis+sentinel://…`; null for any other address, and for a malformed one. */
export function sentinelAddress(url: string): SentinelAddress | null {
  if (!url.startsWith(SENTINEL)) return null;
  const [found, login, hosts = '', master = '', database = '0', query = ''] =
    TARGET.exec(url.slice(SENTINEL.length)) ?? [];
  const sentinels = readHosts(hosts, SENTINEL_PORT);
  const options = new URLSearchParams(query);
  if (found === undefined || sentinels === null) return null;
  if ([...options.keys()].some((key) => !OPTIONS.includes(key))) return null;
  const [user, password] = splitLogin(login);
  try {
    return {
      sentinels,
      master: decodeURIComponent(master),
      database: Number(database),
      user: decoded(user),
      password: decoded(password),
      sentinelUser: options.get('sentinel_user') ?? undefined,
      sentinelPassword: options.get('sentinel_password') ?? undefined,
    };
  } catch {
    return null; // a % that begins no sign
  }
}

/** User and password of `user:password`. */
function splitLogin(login: string | undefined): [string | undefined, string | undefined] {
  if (login === undefined) return [undefined, undefined];
  const colon = login.indexOf(':');
  return colon < 0 ? [login, undefined] : [login.slice(0, colon), login.slice(colon + 1)];
}

const decoded = (text: string | undefined): string | undefined =>
  text === undefined || text === '' ? undefined : decodeURIComponent(text);
