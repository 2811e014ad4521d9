/** Where the servers of one Swift listen, and where they keep their files. */
export interface SwiftPlan {
  /** Holds the configuration, the rings and the data of all servers. */
  readonly folder: string;
  readonly user: string;
  readonly ports: Readonly<Record<SwiftServerName | 'memcached', number>>;
}

/** The servers that store something: each has a ring of its own. */
export const STORING_SERVERS = ['account', 'container', 'object'] as const;
type StoringServer = (typeof STORING_SERVERS)[number];
export type SwiftServerName = StoringServer | 'proxy';

/** The account of the tests: its user may do everything in it. */
export const SWIFT_ACCOUNT = { accessKey: 'test:tester', secretKey: 'testing', region: 'us-east-1' } as const;

/** The configuration of one server: a single process without a log of its own, on a disk that is a plain folder. */
export function swiftConfig(server: SwiftServerName, plan: SwiftPlan): string {
  const common = [
    '[DEFAULT]',
    'bind_ip = 127.0.0.1',
    `bind_port = ${plan.ports[server]}`,
    'workers = 0',
    `user = ${plan.user}`,
    `swift_dir = ${plan.folder}`,
  ];
  return [...common, ...(server === 'proxy' ? proxyLines(plan) : storingLines(server, plan)), ''].join('\n');
}

function storingLines(server: StoringServer, { folder }: SwiftPlan): string[] {
  return [
    `devices = ${folder}/disks`,
    'mount_check = false',
    '[pipeline:main]',
    `pipeline = ${server}-server`,
    `[app:${server}-server]`,
    `use = egg:swift#${server}`,
    'allow_open_expired = false',
  ];
}

/** The filters in the order of the pipeline; `listing_formats` and `slo` are what multipart uploads are made of. */
const FILTERS = [
  'catch_errors',
  'gatekeeper',
  'cache',
  'listing_formats',
  'bulk',
  's3api',
  'tempauth',
  'slo',
  'dlo',
];

function proxyLines({ ports }: SwiftPlan): string[] {
  const { accessKey, secretKey, region } = SWIFT_ACCOUNT;
  const options: Record<string, string[]> = {
    cache: [`memcache_servers = 127.0.0.1:${ports.memcached}`],
    s3api: [`location = ${region}`],
    tempauth: [`user_${accessKey.replace(':', '_')} = ${secretKey} .admin`],
  };
  return [
    '[pipeline:main]',
    `pipeline = ${FILTERS.join(' ')} proxy-server`,
    '[app:proxy-server]',
    'use = egg:swift#proxy',
    'account_autocreate = true',
    'error_suppression_limit = 1000', // a slow machine does not shut the only server out for a minute
    ...FILTERS.flatMap((name) => [
      `[filter:${name}]`,
      `use = egg:swift#${name === 'cache' ? 'memcache' : name}`,
      ...(options[name] ?? []),
    ]),
  ];
}
