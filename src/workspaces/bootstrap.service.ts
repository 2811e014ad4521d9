import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { hashToken } from '../auth/bearer-token';
import { SETTINGS } from '../config/config.module';
import type { Settings } from '../config/settings';
import { Database } from '../database/database';
import type { Sql } from '../database/sql';
import { checkBootstrap } from './check-bootstrap';
import {
  addOperatorToken,
  isTokenNotShown,
  makeOperator,
  noteTokenShown,
  OPERATOR_LOCK,
  worksForOperator,
} from './operator-tokens';

/** At the first start of all: a workspace, the operator and its token. */
@Injectable()
export class BootstrapService implements OnModuleInit {
  private readonly logger = new Logger('Bootstrap');

  constructor(
    private readonly database: Database,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Throws a sentence when BOOTSTRAP_TOKEN or BOOTSTRAP_WORKSPACE is not of its form. */
  async onModuleInit(): Promise<void> {
    const { bootstrapToken, role } = this.settings;
    checkBootstrap(this.settings);
    if (role === 'worker') return; // a random token belongs into the log of the API, where people look for it
    await this.database.everywhere.transaction('READ COMMITTED', (tx) => this.bootstrap(tx));
    if (bootstrapToken === '') return;
    if (await worksForOperator(this.database.everywhere, hashToken(bootstrapToken))) return;
    this.logger.warn(
      'BOOTSTRAP_TOKEN is set, but it is not a working token of the operator: it counts at the first start only. ' +
        'Remove it; to get a new operator token run: almagest operator-token',
    );
  }

  /**
   * To be called when the application listens: hands the operator's first token to `show` as long as no start has shown one,
   * else null. The token works before it is shown, and is noted as shown only when `show` has resolved: a start that dies in
   * between leaves it to the next one to show another, and each token that was shown works. Throws what `show` throws.
   */
  async showFirstToken(show: (newToken: string | null) => Promise<void>): Promise<void> {
    if (this.settings.role === 'worker') return show(null);
    await this.database.everywhere.session('almagest', async (session) => {
      await session.query('SELECT pg_advisory_lock($1)', [OPERATOR_LOCK]); // until the end of the session
      if (!(await isTokenNotShown(session))) return show(null);
      const { token } = await addOperatorToken(session);
      await show(token);
      await noteTokenShown(session);
    });
  }

  private async bootstrap(tx: Sql): Promise<void> {
    const { bootstrapToken, bootstrapWorkspace } = this.settings;
    await tx.query('SELECT pg_advisory_xact_lock($1)', [OPERATOR_LOCK]);
    await makeOperator(tx);
    if (!(await isTokenNotShown(tx))) return;
    await tx.query('INSERT INTO workspaces (slug, name) VALUES ($1, $1) ON CONFLICT (slug) DO NOTHING', [
      bootstrapWorkspace,
    ]);
    if (bootstrapToken === '') return;
    await addOperatorToken(tx, bootstrapToken);
    await noteTokenShown(tx);
  }
}
