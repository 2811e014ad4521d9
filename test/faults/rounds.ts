import { eventually } from '../support/eventually';
import type { Chaos } from './chaos';
import { checkSerializationKey, type SentImport } from './check';
import { checkExports } from './check-exports';
import type { Installation } from './installation';
import { SerializationKey, type SerializationKeyKind } from './serialization-key';
import type { Random } from './random';
import { setUpWorkspace } from './set-up-workspace';

const END_MS = 180_000;

/** How much is asked of each round. */
export interface Load {
  workspaces: number;
  kinds: readonly SerializationKeyKind[];
  importsOfOneKey: number;
  rows: number;
  /** Exports, edits and cancels beside the imports. */
  beside: boolean;
}

/**
 * Imports into several serialization keys at once, with exports, edits and cancels beside them;
 * compared with a serial run each time.
 */
export class Rounds {
  readonly wrong: string[] = [];
  imports = 0;
  exports = 0;
  edits = 0;
  cancels = 0;
  private readonly serializationKeys: SerializationKey[];
  private readonly cancelling: Promise<void>[] = [];
  /** What the last edit of each record was answered with. */
  private readonly notes = new Map<SerializationKey, Map<string, string>>();

  constructor(
    private readonly installation: Installation,
    private readonly random: Random,
    private readonly load: Load,
    prefix: string,
  ) {
    this.serializationKeys = Array.from({ length: load.workspaces }, (_, number) =>
      load.kinds.map((kind) => {
        // In the second half of the workspaces instruments go in as whole files, so that snapshots
        // can be compared.
        const whole = load.beside && kind.type === 'instruments' && number % 2 === 1;
        return new SerializationKey(
          `${prefix}${number}`,
          whole ? { ...kind, only: 'abort' } : kind,
          load.rows * 2,
        );
      }),
    ).flat();
  }

  async prepare(): Promise<void> {
    const slugs = new Set(this.serializationKeys.map(({ workspace }) => workspace));
    for (const slug of slugs) await setUpWorkspace(this.installation.client, slug);
  }

  /** One round; the chaos, if any, strikes until its last job ended. */
  async run(chaos?: Chaos, mostKills?: number): Promise<void> {
    const ended = { is: false };
    await chaos?.start(mostKills);
    const beside = this.load.beside
      ? this.serializationKeys.filter(({ kind }) => kind.type === 'instruments')
      : [];
    const besides = beside.flatMap((serializationKey) => [
      this.exportNowAndThen(serializationKey, ended),
      this.editNowAndThen(serializationKey, ended),
    ]);
    const sent = await Promise.all(
      this.serializationKeys.map(async (serializationKey) => ({
        serializationKey,
        imports: await this.send(serializationKey),
      })),
    );
    const hangs = await this.waitForTheEnd();
    ended.is = true;
    const exported = await Promise.all(besides);
    await Promise.all(this.cancelling.splice(0));
    await chaos?.stop();
    this.wrong.push(...hangs, ...(await this.waitForTheEnd()), ...this.installation.failures.splice(0));
    for (const { serializationKey, imports } of sent)
      this.wrong.push(...(await checkSerializationKey(this.installation, serializationKey, imports)));
    for (const [index, serializationKey] of beside.entries()) {
      this.wrong.push(
        ...(await checkExports(this.installation, serializationKey, exported[index * 2] ?? [])),
      );
      this.wrong.push(...(await this.checkEdits(serializationKey)));
    }
  }

  private async send(serializationKey: SerializationKey): Promise<SentImport[]> {
    const sent: SentImport[] = [];
    for (let number = 0; number < this.load.importsOfOneKey; number++) {
      const plan = serializationKey.plan(this.random, this.load.rows);
      const id = await this.installation.client.upload(plan);
      sent.push({ id, plan });
      this.imports++;
      if (this.load.beside && this.random.chance(0.08))
        this.cancelling.push(this.cancelLater(serializationKey, id));
    }
    return sent;
  }

  private async cancelLater(serializationKey: SerializationKey, id: string): Promise<void> {
    await pause(this.random.below(3_000));
    const path = `/v1/workspaces/${serializationKey.workspace}/imports/${id}/cancel`;
    const { status } = await this.installation.client.json('POST', path);
    if (status === 200) this.cancels++;
    else if (status !== 409) this.wrong.push(`${path}: ${status}`);
  }

  private async exportNowAndThen(
    serializationKey: SerializationKey,
    ended: { is: boolean },
  ): Promise<string[]> {
    const ids: string[] = [];
    while (!ended.is) {
      await pause(500 + this.random.below(1_500));
      const path = `/v1/workspaces/${serializationKey.workspace}/exports`;
      const { id } = await this.installation.client.must('POST', path, { object_type: 'instruments' });
      ids.push(String(id));
      this.exports++;
    }
    return ids;
  }

  /**
   * `extras`, which no file has: an edit and an import of one record both take effect, whoever was first.
   */
  private async editNowAndThen(
    serializationKey: SerializationKey,
    ended: { is: boolean },
  ): Promise<string[]> {
    const notes = this.notes.get(serializationKey) ?? new Map<string, string>();
    this.notes.set(serializationKey, notes);
    while (!ended.is) {
      await pause(this.random.below(100));
      const identifier = `i${String(this.random.below(this.load.rows * 2)).padStart(6, '0')}`;
      const note = String(this.edits);
      const path = `/v1/workspaces/${serializationKey.workspace}/instruments/${identifier}`;
      const { status, body } = await this.installation.client.json('PATCH', path, { extras: { note } });
      if (status === 200) {
        notes.set(identifier, note);
        this.edits++;
      } else if (status !== 404) this.wrong.push(`PATCH ${path}: ${status} ${JSON.stringify(body)}`);
    }
    return [];
  }

  private async checkEdits(serializationKey: SerializationKey): Promise<string[]> {
    const notes = this.notes.get(serializationKey) ?? new Map<string, string>();
    const rows = await this.installation.query<{ identifier: string; note: string }>(
      `SELECT identifier, r.extras->>'note' AS note FROM instruments r JOIN workspaces w ON w.id = r.workspace_id
       WHERE w.slug = $1 AND r.extras->>'note' IS NOT NULL`,
      [serializationKey.workspace],
    );
    const found = new Map(rows.map(({ identifier, note }) => [identifier, note]));
    return [...new Set([...notes.keys(), ...found.keys()])].flatMap((identifier) =>
      found.get(identifier) === notes.get(identifier)
        ? []
        : [
            `${serializationKey.name}: the edit of ${identifier} is ${found.get(identifier)}, not ${notes.get(identifier)}`,
          ],
    );
  }

  /** Names the jobs that do not end. */
  private async waitForTheEnd(): Promise<string[]> {
    let open: string[] = [];
    const isOver = async (): Promise<boolean> => {
      const rows = await this.installation.query<{ job: string }>(
        `SELECT 'import ' || id || ' ' || status AS job FROM import_jobs WHERE status IN ('queued', 'processing')
         UNION ALL SELECT 'export ' || id || ' ' || status FROM export_jobs WHERE status IN ('queued', 'processing')`,
      );
      open = rows.map(({ job }) => `hangs: ${job}`);
      return open.length === 0;
    };
    return eventually('every job ended', isOver, END_MS).then(
      () => [],
      () => open,
    );
  }
}

const pause = (ms: number): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, ms));
