import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { createToken, isToken } from '../auth/create-token';
import { SETTINGS } from '../config/config.module';
import type { Settings } from '../config/settings';
import { Database } from '../database/database';
import type { Sql } from '../database/sql';
import { SLUG, SLUG_MESSAGE } from './workspace.dto';

/** Any fixed number: of replicas that start together one makes the operator, and the others find it. */
const BOOTSTRAP_LOCK = 7_420_614;

/** What the start found or made. */
export interface Bootstrapped {
  workspaceSlug: string;
  /** The operator token when this start made a random one: nobody will see it again. */
  newToken: string | null;
}

/** At the first start of all: a workspace, the operator and its token. */
@Injectable()
export class BootstrapService implements OnModuleInit {
  private newToken: string | null = null;

  constructor(
    private readonly database: Database,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Throws a sentence when BOOTSTRAP_TOKEN or BOOTSTRAP_WORKSPACE is not of its form. */
  async onModuleInit(): Promise<void> {
    const { bootstrapToken, bootstrapWorkspace, role } = this.settings;
    if (bootstrapToken !== '' && !isToken(bootstrapToken)) {
      throw new Error(
        'BOOTSTRAP_TOKEN must be ptk_live_ and 64 lower-case hex digits; leave it empty for a random one.',
      );
    }
    if (!SLUG.test(bootstrapWorkspace)) throw new Error(`BOOTSTRAP_WORKSPACE is no slug: ${SLUG_MESSAGE}.`);
    if (role === 'worker') return; // a random token belongs into the log of the API, where people look for it
    this.newToken = await this.database.everywhere.transaction('READ COMMITTED', (tx) => this.bootstrap(tx));
  }

  /** To be asked once the application has started. */
  bootstrapped(): Bootstrapped {
    return { workspaceSlug: this.settings.bootstrapWorkspace, newToken: this.newToken };
  }

  /** The random token, when one was made. */
  private async bootstrap(tx: Sql): Promise<string | null> {
    const { bootstrapToken, bootstrapWorkspace } = this.settings;
    await tx.query('SELECT pg_advisory_xact_lock($1)', [BOOTSTRAP_LOCK]);
    const operators = await tx.query('SELECT id FROM robots WHERE is_operator');
    if (operators.length > 0) return null;
    await tx.query('INSERT INTO workspaces (slug, name) VALUES ($1, $1) ON CONFLICT (slug) DO NOTHING', [
      bootstrapWorkspace,
    ]);
    const { token, sha256, suffix } = createToken(bootstrapToken === '' ? undefined : bootstrapToken);
    await tx.query(
      `WITH operator AS (
         INSERT INTO robots (display_name, description, role, is_operator)
         VALUES ('Operator', 'Made at the first start; admin everywhere.', 'admin', true) RETURNING id)
       INSERT INTO tokens (robot_id, sha256, suffix) SELECT id, $1::bytea, $2 FROM operator`,
      [sha256, suffix],
    );
    return bootstrapToken === '' ? token : null;
  }
}
