/** What a connection is used for; each use has its own pool, so that none can take the connections of another. */
export type PoolName = 'requests' | 'jobs' | 'leases' | 'access';

/** The settings that pools follow from. */
interface PoolSettings {
  readonly role: 'all' | 'api' | 'worker';
  readonly workerConcurrency: number;
  readonly requestPoolSize: number;
  readonly jobPoolSize: number;
  readonly leasePoolSize: number;
  readonly accessPoolSize: number;
  readonly workspaceConnections: number;
}

/** Pools that a process of a role uses; the others stay empty. */
const USED: Readonly<Record<PoolSettings['role'], readonly PoolName[]>> = {
  all: ['requests', 'jobs', 'leases', 'access'],
  api: ['requests', 'leases', 'access'],
  worker: ['jobs', 'leases', 'access'],
};

/** A running job has a session of its own, and its short statements beside it share the rest. */
const CONNECTIONS_PER_JOB = 2;
/** One more connection listens for changes of jobs. */
const LISTENER = 1;

type Sizes = Readonly<Record<PoolName, number>>;

/** Connections that each pool opens at most. */
export function poolSizes(settings: PoolSettings): Sizes {
  const { requestPoolSize, jobPoolSize, leasePoolSize, accessPoolSize } = settings;
  return {
    requests: requestPoolSize,
    jobs: jobPoolSize === 0 ? CONNECTIONS_PER_JOB * jobsAtOnce(settings) : jobPoolSize,
    leases: leasePoolSize,
    access: accessPoolSize,
  };
}

/** Connections that a process opens at most, the one that listens for changes of jobs included. */
export function totalConnections(settings: PoolSettings): number {
  const sizes = poolSizes(settings);
  return USED[settings.role].reduce((total, name) => total + sizes[name], LISTENER);
}

/** Throws a sentence with the numbers when the pools are too small for the other settings. */
export function checkPoolSizes(settings: PoolSettings): void {
  const { role, workerConcurrency, requestPoolSize, workspaceConnections } = settings;
  const jobs = jobsAtOnce(settings);
  const min = jobs + workerConcurrency;
  const size = poolSizes(settings).jobs;
  if (role !== 'api' && size < min) {
    throw new Error(
      `JOB_POOL_SIZE is ${size}, but WORKER_CONCURRENCY=${workerConcurrency} needs at least ${min}: ` +
        `${jobs} jobs at once (${workerConcurrency} imports and ${workerConcurrency} exports) with a connection each, and ` +
        `${workerConcurrency} to share. Set JOB_POOL_SIZE to ${min} or more, or to 0 for ${CONNECTIONS_PER_JOB * jobs}.`,
    );
  }
  if (role !== 'worker' && workspaceConnections >= requestPoolSize) {
    throw new Error(
      `WORKSPACE_CONNECTIONS is ${workspaceConnections} and REQUEST_POOL_SIZE is ${requestPoolSize}: one workspace could take ` +
        'every connection. Set WORKSPACE_CONNECTIONS to less, or REQUEST_POOL_SIZE to more.',
    );
  }
}

/** Imports and exports that a process runs at once. */
const jobsAtOnce = ({ workerConcurrency }: PoolSettings): number => 2 * workerConcurrency;
