import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { hashToken, isToken } from '../auth/bearer-token';
import { SETTINGS } from '../config/config.module';
import type { Settings } from '../config/settings';
import { Database } from '../database/database';
import type { Sql } from '../database/sql';
import {
  addOperatorToken,
  isTokenNotShown,
  createOperator,
  recordTokenShown,
  OPERATOR_LOCK,
  worksForOperator,
} from './operator-tokens';
import { SLUG, SLUG_MESSAGE } from './workspace.dto';

/** Creates a workspace, the operator and its token at the first start. */
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
    if (role === 'worker') return; // a random token belongs in the log of the API, where people look for it
    await this.database.everywhere.transaction('READ COMMITTED', (tx) => this.bootstrap(tx));
    if (bootstrapToken === '') return;
    if (await worksForOperator(this.database.everywhere, hashToken(bootstrapToken))) return;
    this.logger.warn(
      'BOOTSTRAP_TOKEN is set, but it is not a valid token of the operator: it is used at the first start only. ' +
        'Remove it; to get a new operator token run: almagest operator-token',
    );
  }

  /**
   * To be called when the application listens: calls `show` with the operator's first token as long as no start has shown
   * one, else with null. The token is valid before it is shown, and is recorded as shown only when `show` has resolved. A
   * start that dies in between is followed by one that shows another token; every token that was shown is valid. Throws what
   * `show` throws.
   */
  async showFirstToken(show: (newToken: string | null) => Promise<void>): Promise<void> {
    if (this.settings.role === 'worker') return show(null);
    await this.database.everywhere.session('almagest', async (session) => {
      await session.query('SELECT pg_advisory_lock($1)', [OPERATOR_LOCK]); // until the end of the session
      if (!(await isTokenNotShown(session))) return show(null);
      const { token } = await addOperatorToken(session);
      await show(token);
      await recordTokenShown(session);
    });
  }

  private async bootstrap(tx: Sql): Promise<void> {
    const { bootstrapToken, bootstrapWorkspace } = this.settings;
    await tx.query('SELECT pg_advisory_xact_lock($1)', [OPERATOR_LOCK]);
    await createOperator(tx);
    if (!(await isTokenNotShown(tx))) return;
    await tx.query('INSERT INTO workspaces (slug, name) VALUES ($1, $1) ON CONFLICT (slug) DO NOTHING', [
      bootstrapWorkspace,
    ]);
    if (bootstrapToken === '') return;
    await addOperatorToken(tx, bootstrapToken);
    await recordTokenShown(tx);
  }
}

/** Throws a sentence when BOOTSTRAP_TOKEN or BOOTSTRAP_WORKSPACE is not of its form. */
export function checkBootstrap({
  bootstrapToken,
  bootstrapWorkspace,
}: Pick<Settings, 'bootstrapToken' | 'bootstrapWorkspace'>): void {
  if (bootstrapToken !== '' && !isToken(bootstrapToken)) {
    throw new Error(
      'BOOTSTRAP_TOKEN must be ptk_live_ and 64 lower-case hex digits; leave it empty for a random one.',
    );
  }
  if (!SLUG.test(bootstrapWorkspace)) {
    throw new Error(`BOOTSTRAP_WORKSPACE is not a slug: ${SLUG_MESSAGE}.`);
  }
}
