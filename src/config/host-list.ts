/** A server of a list in an address. */
export interface HostPort {
  readonly host: string;
  readonly port: number;
}

const MAX_PORT = 65_535;
const ONE = /^(?:\[([0-9a-fA-F:.]+)\]|([^\s:[\]@/?#]+))(?::(\d{1,5}))?$/;

/** Reads `h1:5432,h2,[::1]:5433`; null when it is malformed. A host without a port has `defaultPort`. */
export function readHosts(text: string, defaultPort: number): readonly HostPort[] | null {
  const hosts = text.split(',').map((one): HostPort | null => {
    const [, ipv6, name, port = String(defaultPort)] = ONE.exec(one) ?? [];
    const host = ipv6 ?? name;
    return host === undefined || Number(port) < 1 || Number(port) > MAX_PORT
      ? null
      : { host, port: Number(port) };
  });
  return hosts.every((host) => host !== null) ? hosts : null;
}

/** `h1:5432` or `[::1]:5432`. */
export const showHost = ({ host, port }: HostPort): string =>
  host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
