/** Addresses that mean every interface of the machine: a server listens on them, but no client can connect to them. */
const WILDCARDS = ['0.0.0.0', '::', '[::]', '0:0:0:0:0:0:0:0'];

/** True when HOST names no address that a client could be sent to. */
const isWildcardHost = (host: string): boolean => WILDCARDS.includes(host);

/** Where the server is reached on its own machine, when it listens on `host`; without a slash at the end. */
export function localBase(host: string, port: number): string {
  const name = isWildcardHost(host) ? 'localhost' : host;
  return `http://${name.includes(':') && !name.startsWith('[') ? `[${name}]` : name}:${port}`;
}

/** What to say where links follow the request because no setting names the server. */
export const UNNAMED_SERVER = {
  says: 'no PUBLIC_URL: links name the host that each request was sent to, which behind a proxy may be an inner one',
  fix: 'Set PUBLIC_URL to the address that users have, or TRUST_PROXY when a proxy sends X-Forwarded-Host and X-Forwarded-Proto.',
};

/** True when users of this server may be given links that they cannot follow. */
export const isUnnamed = (settings: { host: string; publicUrl: string; trustProxy: unknown }): boolean =>
  isWildcardHost(settings.host) && settings.publicUrl === '' && settings.trustProxy === false;
