import type { Installation, Worker } from './installation';
import type { Incident } from './lease-log';
import type { Random } from './random';

const POSTGRES_REST_MS = 15_000;
/** So often in a row, without progress, may a job lose its worker. */
const MAX_LOSSES = 5;

/** What is done to the installation, by how often. */
type Deed = 'kill' | 'freeze' | 'term' | 'backend' | 'postgres' | 'flush' | 'redis' | 'memory';

const DEEDS: Record<Deed, number> = {
  ...{ kill: 66, freeze: 10, term: 8, backend: 6, postgres: 2, flush: 4, redis: 3, memory: 1 },
};

/**
 * Kills, freezes and cuts at random moments that follow from a seed, and starts again what it
 * ended.
 */
export class Chaos {
  readonly kills: Incident[] = [];
  readonly freezes: Incident[] = [];
  readonly terms: Incident[] = [];
  readonly others = { backend: 0, postgres: 0, flush: 0, redis: 0, memory: 0 };
  private running: Promise<void> = Promise.resolve();
  private stopped = true;
  private postgresAt = -Infinity;
  private readonly recovering = new Set<Promise<unknown>>();

  constructor(
    private readonly installation: Installation,
    private readonly random: Random,
    private readonly workers: number,
    /** How a worker is started. */
    private readonly startWorker: () => Promise<Worker>,
    /** `kill`: kill -9 only. */
    private readonly only?: 'kill',
  ) {}

  /** Fills up the workers, and strikes until `stop`, at most until there were `most` kills. */
  async start(most = Infinity): Promise<void> {
    await this.refill();
    this.stopped = false;
    this.running = this.strike(most);
  }

  /** Ends the striking; what was frozen or ended works again when it resolves. */
  async stop(): Promise<void> {
    this.stopped = true;
    await this.running;
    await Promise.all(this.recovering);
    await this.refill();
  }

  private async strike(most: number): Promise<void> {
    while (!this.stopped && this.kills.length < most) {
      await pause(this.random.below(250));
      const deed = this.only ?? this.pickDeed();
      if (deed === 'kill' || deed === 'freeze' || deed === 'term') {
        // Only a worker that has a job is worth it; so the deed waits for one, and keeps its share
        // of all deeds.
        while (!this.stopped && !(await this.strikeWorker(deed))) await pause(20);
      } else if (await this.allMayLose()) await this.strikeServer(deed);
    }
  }

  private refillOne(): void {
    if (this.installation.workers.length < this.workers) this.restore(this.startWorker());
  }

  private async strikeWorker(deed: 'kill' | 'freeze' | 'term'): Promise<boolean> {
    this.refillOne();
    const usable = this.installation.workers.filter(({ up, frozen }) => up && !frozen);
    // Never the last but one: who takes over must have the time for it, or the numbers are those of
    // a starved machine.
    if (usable.length < Math.max(2, this.workers - 1)) return false;
    const busy = await this.busy();
    const victims = usable.filter(({ pid }) => busy.get(pid) === true);
    if (victims.length === 0) return false;
    const victim = this.random.pick(victims);
    const incident = { pid: victim.pid, at: Date.now() };
    if (deed === 'freeze') {
      this.freezes.push(incident);
      this.restore(this.freeze(victim));
      return true;
    }
    victim.up = false;
    victim.child.kill(deed === 'kill' ? 'SIGKILL' : 'SIGTERM');
    (deed === 'kill' ? this.kills : this.terms).push(incident);
    return true;
  }

  private async strikeServer(deed: Exclude<Deed, 'kill' | 'freeze' | 'term'>): Promise<void> {
    const { installation, random } = this;
    if (deed === 'memory' && !installation.redis.real) return;
    if (deed === 'postgres' && performance.now() - this.postgresAt < POSTGRES_REST_MS) return;
    this.others[deed]++;
    if (deed === 'backend') {
      await installation.query(
        `SELECT pg_terminate_backend(pid) FROM
           (SELECT pid FROM pg_stat_activity WHERE application_name LIKE 'almagest%' AND pid <> pg_backend_pid()
            ORDER BY md5(pid::text || $1) LIMIT 2) AS victims`,
        [String(random.next())],
      );
    } else if (deed === 'postgres') {
      this.postgresAt = performance.now();
      await installation.restartPostgres(random.pick(['SIGINT', 'SIGQUIT', 'SIGKILL']));
    } else if (deed === 'flush') await installation.redis.flush();
    else if (deed === 'memory') {
      await installation.redis.limitMemory(1);
      await pause(1_000);
      await installation.redis.limitMemory(0);
    } else {
      await installation.redis.kill();
      await pause(random.below(1_500));
      await installation.redis.start();
    }
  }

  /** Longer than its lease, so that it wakes up to find its job with another. */
  private async freeze(victim: Worker): Promise<void> {
    victim.frozen = true;
    victim.child.kill('SIGSTOP');
    await pause(1_500 + this.random.below(1_500));
    victim.child.kill('SIGCONT');
    victim.frozen = false;
  }

  private restore(work: Promise<unknown>): void {
    this.recovering.add(work);
    void work.finally(() => this.recovering.delete(work));
  }

  private async refill(): Promise<void> {
    while (this.installation.workers.length < this.workers) await this.startWorker();
  }

  /**
   * Which processes hold jobs, and whether each of these may lose a worker: one lost often enough
   * has to end some time.
   */
  private async busy(): Promise<Map<number, boolean>> {
    const sessions = await this.installation.query<{ pid: number; may: boolean }>(
      `SELECT split_part(lease.worker, ':', 2)::integer AS pid, bool_and(job.stalls < ${MAX_LOSSES} OR job.progressed) AS may
       FROM job_leases lease JOIN (
         SELECT id, attempt, stalls, progressed FROM import_jobs WHERE status = 'processing'
         UNION ALL SELECT id, attempt, stalls, progressed FROM export_jobs WHERE status = 'processing'
       ) job ON job.id = lease.job_id AND job.attempt = lease.attempt
       WHERE lease.worker IS NOT NULL GROUP BY 1`,
    );
    return new Map(sessions.map(({ pid, may }) => [pid, may]));
  }

  private async allMayLose(): Promise<boolean> {
    return [...(await this.busy()).values()].every(Boolean);
  }

  private pickDeed(): Deed {
    const deeds = Object.entries(DEEDS) as [Deed, number][];
    let at = this.random.below(deeds.reduce((sum, [, weight]) => sum + weight, 0));
    for (const [deed, weight] of deeds) if ((at -= weight) < 0) return deed;
    return 'kill';
  }
}

const pause = (ms: number): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, ms));
