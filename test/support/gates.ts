import type { Database } from '../../src/database/database';
import { eventually } from './eventually';

/**
 * Stops whoever inserts one of some instruments, in the middle of a transaction, until its gate is
 * opened.
 */
export class Gates {
  private constructor(
    private readonly database: Database,
    /** Lets pass who waits at this identifier, and all who come. */
    readonly open: (identifier: string) => Promise<void>,
    /** Opens all of them and takes them away; nobody may wait at one any more. */
    readonly remove: () => Promise<void>,
  ) {}

  /** Puts a gate before each of these identifiers, of letters and digits only. */
  static async put(database: Database, identifiers: readonly string[]): Promise<Gates> {
    const list = identifiers.map((identifier) => `'${identifier.replace(/\W/g, '')}'`).join(', ');
    await database.query(`CREATE OR REPLACE FUNCTION gate() RETURNS trigger LANGUAGE plpgsql AS
      'BEGIN PERFORM pg_advisory_xact_lock_shared(hashtext(NEW.identifier)); RETURN NEW; END'`);
    await database.query(`CREATE OR REPLACE TRIGGER gate BEFORE INSERT ON instruments FOR EACH ROW
      WHEN (NEW.identifier IN (${list})) EXECUTE FUNCTION gate()`);
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    return new Promise((resolve, reject) => {
      const ended = database.session('gates', async (session) => {
        const open = async (identifier: string): Promise<void> => {
          await session.query('SELECT pg_advisory_unlock(hashtext($1))', [identifier]);
        };
        for (const identifier of identifiers)
          await session.query('SELECT pg_advisory_lock(hashtext($1))', [identifier]);
        const remove = async (): Promise<void> => {
          release();
          await ended;
          await database.query('DROP TRIGGER IF EXISTS gate ON instruments');
        };
        resolve(new Gates(database, open, remove));
        await released;
      });
      ended.catch(reject);
    });
  }

  /** Resolves when this attempt of an import waits at a gate. */
  reachedBy(importId: string, attempt: number): Promise<void> {
    return eventually(
      `attempt ${attempt} of import ${importId} waits at a gate`,
      async () => {
        const waiting = await this.database.query(
          `SELECT FROM pg_stat_activity WHERE application_name = $1 AND wait_event = 'advisory'`,
          [`almagest:import:${importId}:${attempt}`],
        );
        return waiting.length > 0;
      },
      60_000,
    );
  }
}
