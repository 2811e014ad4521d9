import { SETTINGS } from '../../../src/config/config.module';
import type { Settings } from '../../../src/config/settings';
import { startTestApp, type TestApp } from '../test-app';
import { PlanLog } from './plan-log';
import type { PlanServer } from './plan-server';
import type { Measured, Operation } from './check-operation';
import { noteViolations } from './report';
import { tallyPlans } from './tally';

/** Tables whose rows outlive a state: who may call, and what migrations made. */
const KEPT = ['migrations', 'secrets', 'workspaces', 'robots', 'tokens'];

/** An operation that did not do what it should. */
export interface Failure {
  readonly operation: Operation;
  readonly message: string;
}

/** The application on a `PlanServer`, and what its operations did. */
export class PlanBench {
  readonly measured: Measured[] = [];
  readonly failures: Failure[] = [];
  /** Name of the statistical state it is in. */
  state = '';

  private constructor(
    readonly app: TestApp,
    private readonly log: PlanLog,
  ) {}

  static async start(server: PlanServer): Promise<PlanBench> {
    const app = await startTestApp({
      DATABASE_URL: server.url,
      RECONCILE_MS: '600000', // jobs are hinted; what looks for lost ones is no operation
      RATE_PER_SECOND: '1000000',
    });
    return new PlanBench(app, new PlanLog(server.planFile, app.database));
  }

  /** Rows of one transaction of an import, from now on. */
  set batchRows(rows: number) {
    Object.assign(this.app.app.get<Settings>(SETTINGS), { batchRows: rows });
  }

  /** Empties every table and forgets all statistics. */
  async reset(): Promise<void> {
    const { database } = this.app;
    const tables = await database.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class
       WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND relname <> ALL ($1)`,
      [KEPT],
    );
    await database.query(`TRUNCATE ${tables.map(({ name }) => name).join(', ')}`);
    await database.query(
      `DELETE FROM pg_statistic WHERE starelid IN (SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace)`,
    );
    await this.log.take();
    this.measured.length = 0;
    this.failures.length = 0;
  }

  /** Does something as a user would, and keeps what its statements did. */
  async run<T>(operation: Operation, work: () => Promise<T>): Promise<T | undefined> {
    await this.log.take();
    let failure: string | null = null;
    try {
      return await work();
    } catch (error) {
      failure = error instanceof Error ? error.message : String(error);
      this.failures.push({ operation, message: failure });
      return undefined;
    } finally {
      const measured = { operation, statements: tallyPlans(await this.log.take()) };
      this.measured.push(measured);
      noteViolations(this.state, measured, failure);
    }
  }
}
