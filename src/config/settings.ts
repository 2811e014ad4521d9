import type { FailpointPlan } from './failpoint-names';
import { readFailpoints } from './failpoint';
import { checkPoolSizes } from './pool-sizes';
import { readDatabaseUrl } from './database-address';
import { readRedisUrl } from './redis-address';
import { readTrustProxy, type TrustProxy } from './read-trust-proxy';
import { encryption, objectTags, storageUrl } from './storage-url';
import { oneOf, text, variable, webAddress, whole } from './variable';

type Role = 'all' | 'api' | 'worker';
type Downloads = 'proxy' | 'redirect';
type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';

/**
 * Every variable Almagest reads. Nothing else in src reads `process.env`. One list, so that the file is
 * longer than 300 lines: documentation and checks are generated from it.
 */
export const VARIABLES = {
  port: variable('PORT', 3000, whole(0, 65535), 'TCP port of the HTTP server; 0 takes a free one.'),
  host: variable('HOST', '127.0.0.1', text, 'Address the HTTP server listens on.'),
  dataDir: variable('DATA_DIR', './data', text, 'Folder of the embedded databases and the stored files.'),
  storageUrl: variable(
    'STORAGE_URL',
    '',
    storageUrl,
    'Bucket of the stored files, s3://bucket/prefix?region=&endpoint=&path_style=; empty: the folder files in DATA_DIR.',
  ),
  storageEncryption: variable(
    'STORAGE_ENCRYPTION',
    '',
    encryption,
    'Server-side encryption of objects in the bucket: AES256, aws:kms or aws:kms:<key>; empty: what the bucket has set.',
  ),
  storageTags: variable(
    'STORAGE_TAGS',
    '',
    objectTags,
    'Tags of the objects in the bucket, such as project=prices&team=data; empty: none.',
  ),
  databaseUrl: variable(
    'DATABASE_URL',
    '',
    readDatabaseUrl,
    'PostgreSQL (15 or newer) to use, one server or several of which one can be written; empty: a private one is started.',
  ),
  redisUrl: variable(
    'REDIS_URL',
    '',
    readRedisUrl,
    'Redis to use, one server or redis+sentinel://host:26379,…/master-name; empty: a private one is started.',
  ),
  redisPrefix: variable('REDIS_PREFIX', 'almagest', text, 'Prefix of every key in Redis.'),
  role: variable<Role>(
    'ROLE',
    'all',
    oneOf('all', 'api', 'worker'),
    'What this process does: all, api (HTTP only) or worker (jobs and health only).',
  ),
  bootstrapToken: variable(
    'BOOTSTRAP_TOKEN',
    '',
    text,
    'Operator token to create at the first start, ptk_live_ and 64 hex digits; empty: a random one, printed once.',
  ),
  bootstrapWorkspace: variable(
    'BOOTSTRAP_WORKSPACE',
    'default',
    text,
    'Slug of the workspace that is created at the first start.',
  ),
  publicUrl: variable(
    'PUBLIC_URL',
    '',
    webAddress,
    'Base of the absolute URLs in responses; empty: the address to which each request was sent.',
  ),
  consoleDir: variable(
    'CONSOLE_DIR',
    '',
    text,
    'Folder of the built console; empty: dist/console beside the built code.',
  ),
  logLevel: variable<LogLevel>(
    'LOG_LEVEL',
    'info',
    oneOf('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'),
    'Least severe level that is logged.',
  ),
  requestPoolSize: variable(
    'REQUEST_POOL_SIZE',
    10,
    whole(2, 500),
    'Connections to Postgres for requests, at most.',
  ),
  jobPoolSize: variable(
    'JOB_POOL_SIZE',
    0,
    whole(0, 500),
    'Connections to Postgres for imports and exports, at most; 0: four for each of WORKER_CONCURRENCY.',
  ),
  leasePoolSize: variable(
    'LEASE_POOL_SIZE',
    3,
    whole(2, 500),
    'Connections to Postgres for leases of jobs, the search for due jobs and the removal of old files, at most.',
  ),
  accessPoolSize: variable(
    'ACCESS_POOL_SIZE',
    3,
    whole(1, 500),
    'Connections to Postgres for checking tokens and for readiness, at most.',
  ),
  workspaceConnections: variable(
    'WORKSPACE_CONNECTIONS',
    2,
    whole(1, 500),
    'Connections that the requests of one workspace may use at once in this process; less than REQUEST_POOL_SIZE.',
  ),
  workspaceConnectionsTotal: variable(
    'WORKSPACE_CONNECTIONS_TOTAL',
    0,
    whole(0, 10_000),
    'Connections that the requests of one workspace may use at once in all processes together; 0: only WORKSPACE_CONNECTIONS limits them.',
  ),
  connectionWaitMs: variable(
    'CONNECTION_WAIT_MS',
    5_000,
    whole(1, 600_000),
    'Milliseconds that a request waits for a connection to Postgres.',
  ),
  statementTimeoutMs: variable(
    'STATEMENT_TIMEOUT_MS',
    20_000,
    whole(1, 3_600_000),
    'Milliseconds after which a statement of a request is cancelled.',
  ),
  lockTimeoutMs: variable(
    'LOCK_TIMEOUT_MS',
    5_000,
    whole(1, 600_000),
    'Milliseconds that a request waits for a lock of another transaction.',
  ),
  workerConcurrency: variable(
    'WORKER_CONCURRENCY',
    2,
    whole(1, 64),
    'Jobs that run at once in this process, imports and exports each.',
  ),
  leaseMs: variable(
    'LEASE_MS',
    15_000,
    whole(300, 600_000),
    'Milliseconds after which a worker that does not renew its lease loses its job.',
  ),
  leaseRenewMs: variable(
    'LEASE_RENEW_MS',
    5_000,
    whole(100, 200_000),
    'Milliseconds between two renewals of a lease.',
  ),
  reconcileMs: variable(
    'RECONCILE_MS',
    5_000,
    whole(100, 600_000),
    'Milliseconds between two rounds of the reconciler.',
  ),
  pointsPartitions: variable(
    'POINTS_PARTITIONS',
    0,
    whole(0, 256),
    'Hash partitions of each of the two tables of points, for example 16; 0: plain tables. Read at the first start only, while they are empty.',
  ),
  progressMs: variable(
    'PROGRESS_MS',
    1_000,
    whole(0, 60_000),
    'Milliseconds between two reports of the progress of a job.',
  ),
  retryMaxMs: variable(
    'RETRY_MAX_MS',
    60_000,
    whole(100, 3_600_000),
    'Longest wait in milliseconds before a job that is interrupted repeatedly is retried; the first wait is 1 s, each next one twice as long.',
  ),
  readingMemoryMb: variable(
    'READING_MEMORY_MB',
    0,
    whole(0, 65_536),
    'MiB of memory that reading one file may use; 0: a quarter of the memory for each of WORKER_CONCURRENCY, at most 1,024.',
  ),
  readingTimeoutMs: variable(
    'READING_TIMEOUT_MS',
    60_000,
    whole(1_000, 3_600_000),
    'Milliseconds that reading a file may take without progress; the third time its import fails.',
  ),
  batchRows: variable(
    'BATCH_ROWS',
    20_000,
    whole(1, 1_000_000),
    'Rows of one transaction under on_error=continue.',
  ),
  batchBytes: variable(
    'BATCH_BYTES',
    262_144,
    whole(1, 67_108_864),
    'Bytes of a file that are parsed at once.',
  ),
  uploadBytes: variable(
    'UPLOAD_BYTES',
    104_857_600,
    whole(1, 104_857_600),
    'Largest uploaded file in bytes.',
  ),
  uploadTimeoutMs: variable(
    'UPLOAD_TIMEOUT_MS',
    3_600_000,
    whole(1_000, 86_400_000),
    'Milliseconds within which an upload must end.',
  ),
  uploadLeastRate: variable(
    'UPLOAD_LEAST_RATE',
    1_024,
    whole(0, 1_000_000_000),
    'Bytes a second that an upload must send on average over UPLOAD_RATE_WINDOW_MS; 0: any.',
  ),
  uploadRateWindowMs: variable(
    'UPLOAD_RATE_WINDOW_MS',
    30_000,
    whole(100, 600_000),
    'Milliseconds over which the rate of an upload is measured.',
  ),
  ratePerSecond: variable(
    'RATE_PER_SECOND',
    1_000,
    whole(1, 1_000_000),
    'Requests a second that one token may make in all processes together.',
  ),
  invalidTokensPerMinute: variable(
    'INVALID_TOKENS_PER_MINUTE',
    600,
    whole(1, 1_000_000),
    'Invalid tokens a minute that one client address may send to all processes together; tokens that were valid within the hour are accepted nevertheless.',
  ),
  trustProxy: variable<TrustProxy>(
    'TRUST_PROXY',
    false,
    readTrustProxy,
    'Proxies whose X-Forwarded-For is trusted: their number, or addresses, ranges and loopback, linklocal, uniquelocal; empty: none.',
  ),
  eventStreamsPerToken: variable(
    'EVENT_STREAMS_PER_TOKEN',
    100,
    whole(1, 1_000_000),
    'Streams of server-sent events that one token may have open in all processes together.',
  ),
  eventStreams: variable(
    'EVENT_STREAMS',
    1_000,
    whole(1, 1_000_000),
    'Streams of server-sent events that may be open in this process.',
  ),
  queuedJobs: variable(
    'QUEUED_JOBS',
    1_000,
    whole(1, 1_000_000),
    'Jobs that may be queued in one workspace, imports and exports each.',
  ),
  runningJobs: variable(
    'RUNNING_JOBS',
    8,
    whole(0, 1_000_000),
    'Jobs of one workspace that may run at once in all processes, imports and exports each; 0: any number.',
  ),
  storedBytes: variable(
    'STORED_BYTES',
    107_374_182_400,
    whole(0, Number.MAX_SAFE_INTEGER),
    'Bytes of uploads, export files and row errors that one workspace may store; 0: any number.',
  ),
  errorReportBytes: variable(
    'ERROR_REPORT_BYTES',
    268_435_456,
    whole(1_000, Number.MAX_SAFE_INTEGER),
    'Bytes that the row errors of one import may take; an import with more ends as failed.',
  ),
  typesPerWorkspace: variable(
    'TYPES_PER_WORKSPACE',
    1_000,
    whole(1, 1_000_000),
    'Types of each kind (instrument types, market types, series) that one workspace may have, archived ones included.',
  ),
  fieldsPerType: variable('FIELDS_PER_TYPE', 500, whole(1, 1_000), 'Custom fields that one type may have.'),
  profilesPerWorkspace: variable(
    'PROFILES_PER_WORKSPACE',
    200,
    whole(1, 100_000),
    'Import profiles that one workspace may have, beside the built-in ones.',
  ),
  typeCacheBytes: variable(
    'TYPE_CACHE_BYTES',
    67_108_864,
    whole(0, Number.MAX_SAFE_INTEGER),
    'Bytes of memory for the cache of types, an eighth of them for one workspace at most; 0: no cache.',
  ),
  fileRetentionDays: variable(
    'FILE_RETENTION_DAYS',
    7,
    whole(1, 3_650),
    'Days that uploads, error reports and export files are kept.',
  ),
  jobRetentionDays: variable('JOB_RETENTION_DAYS', 90, whole(1, 36_500), 'Days that job rows are kept.'),
  downloadMinutes: variable(
    'DOWNLOAD_MINUTES',
    15,
    whole(1, 1_440),
    'Minutes that a signed download URL is valid.',
  ),
  downloads: variable<Downloads>(
    'DOWNLOADS',
    'proxy',
    oneOf('proxy', 'redirect'),
    'How a signed download URL gets its file: through Almagest, or by a redirect to the bucket of STORAGE_URL.',
  ),
  eventsHeartbeatMs: variable(
    'EVENTS_HEARTBEAT_MS',
    15_000,
    whole(100, 600_000),
    'Milliseconds between two heartbeats of server-sent events.',
  ),
  failpoints: variable<readonly FailpointPlan[]>(
    'FAILPOINTS',
    [],
    readFailpoints,
    'For tests only, refused without NODE_ENV=test: where this process ends (name=exit), freezes (stop) or fails (throw).',
  ),
};

/** The settings by name, each of the type its variable has. */
export type Settings = { readonly [Name in keyof typeof VARIABLES]: (typeof VARIABLES)[Name]['default'] };

/** Reads every variable; an empty one counts as unset. Throws a sentence that names the variable. */
export function readSettings(environment: Record<string, string | undefined> = process.env): Settings {
  const entries = Object.entries(VARIABLES).map(([key, { name, default: fallback, read }]) => {
    const value = environment[name];
    return [key, value === undefined || value === '' ? fallback : read(value, name)];
  });
  const settings = Object.fromEntries(entries) as Settings;
  if (settings.failpoints.length > 0 && environment.NODE_ENV !== 'test') {
    throw new Error('FAILPOINTS is for tests: it needs NODE_ENV=test.');
  }
  if (settings.downloads === 'redirect' && settings.storageUrl === '') {
    throw new Error('DOWNLOADS=redirect needs a bucket: set STORAGE_URL, or DOWNLOADS=proxy.');
  }
  checkPoolSizes(settings);
  return settings;
}
