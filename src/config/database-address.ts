import { type HostPort, readHosts } from './host-list';
import { address } from './variable';

const SCHEMES = ['postgres', 'postgresql'];
const PORT = 5_432;
const EXAMPLE = 'postgres://user:password@host:5432/database';
/** Scheme and login, hosts, path and options. */
const PARTS = /^([a-z]+:\/\/(?:[^@/?#]*@)?)([^@/?#]*)((?:\/[^?#]*)?)(?:\?([^#]*))?$/;
const SESSION = 'target_session_attrs';
const SESSIONS = ['any', 'read-write', 'primary'];

/** The servers of DATABASE_URL, of which one at a time can be written. */
export interface DatabaseServers {
  /** In the order in which they are tried. */
  readonly hosts: readonly HostPort[];
  /** DATABASE_URL with the first of them only, as the driver takes it. */
  readonly firstUrl: string;
  /** True when a server that cannot be written is not used, however well it answers. */
  readonly readWrite: boolean;
}

const readOne = address(SCHEMES, EXAMPLE);

/** Reads DATABASE_URL: one server, or several of which one is the primary. Throws a sentence that names the setting. */
export function readDatabaseUrl(value: string, name: string): string {
  const servers = databaseServers(value);
  if (servers === null) {
    const isList = PARTS.exec(value)?.[2]?.includes(',') === true;
    return readOne(isList ? 'a malformed list' : value, name);
  }
  readOne(servers.firstUrl, name);
  const session = optionOf(value, SESSION);
  if (session !== null && !SESSIONS.includes(session)) {
    throw new Error(`${name}: ${SESSION} must be one of ${SESSIONS.join(', ')}, not "${session}".`);
  }
  if (session === 'any' && servers.hosts.length > 1) {
    throw new Error(
      `${name} names ${servers.hosts.length} servers, and Almagest needs the one that can be written: set ${SESSION} to read-write.`,
    );
  }
  return value;
}

/** The servers of an address that names several, or asks for one that can be written; null for any other address. */
export function databaseServers(url: string): DatabaseServers | null {
  const [found, start = '', list = '', path = '', query = ''] = PARTS.exec(url) ?? [];
  if (found === undefined) return null;
  const options = new URLSearchParams(query);
  const session = options.get(SESSION);
  const hosts = list === '' ? null : readHosts(list, PORT);
  const [first] = list.split(',');
  if (hosts === null || first === undefined || (hosts.length === 1 && session === null)) return null;
  options.delete(SESSION);
  const rest = options.size === 0 ? '' : `?${options.toString()}`;
  return { hosts, firstUrl: `${start}${first}${path}${rest}`, readWrite: session !== 'any' };
}

const optionOf = (url: string, option: string): string | null =>
  new URLSearchParams(PARTS.exec(url)?.[4] ?? '').get(option);
