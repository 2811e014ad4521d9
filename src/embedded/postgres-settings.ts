import { LOOPBACK } from './free-port';

/** For one machine that it shares with the app. Given at each start, so that a new release reaches old clusters. */
const SETTINGS = {
  listen_addresses: LOOPBACK,
  unix_socket_directories: '', // the path of a socket may have 107 bytes, and that of a folder more
  max_connections: '200',
  shared_buffers: '256MB',
  work_mem: '32MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '4GB',
  wal_compression: 'on',
  checkpoint_timeout: '15min',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  log_min_error_statement: 'panic', // statements hold data, and data do not belong into logs
  log_min_messages: 'log', // nor do errors of statements: they name the values, and the app tells of them
  fsync: 'on',
  synchronous_commit: 'on',
};

/** A cluster that is thrown away need not survive a power cut. */
const TEMPORARY = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** Arguments of `postgres` for these settings. */
export function postgresSettings(port: number, temporary: boolean): string[] {
  const settings = { ...SETTINGS, ...(temporary ? TEMPORARY : {}), port: String(port) };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
