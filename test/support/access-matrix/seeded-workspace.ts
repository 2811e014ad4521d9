import { ResourceRegistry } from '../../../src/catalog/registry';
import type { ResourceDescription } from '../../../src/catalog/resource';
import { collectionPath } from '../resource-contract/collection-path';
import { Parents } from '../resource-contract/parents';
import { nestCustom, sampleCustom, sampleValue } from '../resource-contract/sample-values';
import type { TestApp } from '../test-app';
import { WorkspaceClient } from '../workspace-client';

const MIN_SPACE = 40;

/** A workspace with one record and more of every resource, whose texts all hold one mark. */
export class SeededWorkspace {
  private readonly parents: Parents;
  private samples = 0;

  private constructor(
    private readonly app: TestApp,
    readonly client: WorkspaceClient,
    readonly id: string,
    /** Appears in its texts, and nowhere else. */
    readonly mark: string,
  ) {
    this.parents = new Parents(client, this.registry);
  }

  static async create(app: TestApp, slug: string, mark: string): Promise<SeededWorkspace> {
    const client = await WorkspaceClient.create(app, slug);
    const { id } = await client.get<{ id: string }>('');
    const seeded = new SeededWorkspace(app, client, id, mark);
    for (const resource of seeded.registry.all) await seeded.makeRecord(resource);
    return seeded;
  }

  get registry(): ResourceRegistry {
    return this.app.app.get(ResourceRegistry);
  }

  /** A body that creates a record which is not there yet, its parents made. */
  async newRecord(resource: ResourceDescription): Promise<Record<string, unknown>> {
    const n = ++this.samples;
    const { fields, parentKey, customFields } = resource;
    const body: Record<string, unknown> = {};
    for (const [name, field] of fields) {
      if (name === parentKey?.directField) continue;
      const { kind, values, max, target, example } = field;
      const varies = target !== null && resource.naturalKey.includes(name);
      if (target !== null)
        body[name] = await this.parents.provide(resource, name, varies ? `${example}-${n}` : example);
      else if (kind.pgType === 'json') body[name] = { note: this.mark };
      else if (kind.pgType === 'boolean')
        body[name] = example; // a day with times is open
      else if (kind.name === 'text' && values === null && (max ?? MIN_SPACE) >= MIN_SPACE)
        body[name] = `${this.mark} ${n}`;
      else body[name] = sampleValue(field, n);
    }
    const pair = (parentKey?.fields ?? []).map((name): [string, string] => [name, String(body[name])]);
    await this.parents.provideParents(resource, Object.fromEntries(pair));
    if (customFields)
      body[customFields.key] = nestCustom(customFields, { ...sampleCustom(n), note: this.mark });
    return body;
  }

  /** Creates a record and returns its id. */
  async makeRecord(resource: ResourceDescription): Promise<string> {
    const { id } = await this.client.post<{ id: string }>(
      collectionPath(resource),
      await this.newRecord(resource),
    );
    return id;
  }

  /** Creates a robot with a token, and returns the ids of both. */
  async makeRobot(): Promise<{ userId: string; tokenId: string }> {
    const words = { display_name: this.mark, description: this.mark, role: 'viewer' };
    const { id: userId } = await this.client.post<{ id: string }>('/memberships/robots', words);
    const token = await this.client.post<{ id: string }>(`/memberships/robots/${userId}/tokens`, {});
    return { userId, tokenId: token.id };
  }

  /** The body of an import profile that is not there yet. */
  newProfile(): Record<string, unknown> {
    const identifier = `${this.mark}-${++this.samples}`;
    return { identifier, name: this.mark, description: this.mark, mapping: { [this.mark]: 'name' } };
  }

  /** Creates an import profile and returns its id. */
  async makeProfile(): Promise<string> {
    const { id } = await this.client.post<{ id: string }>('/import-profiles', this.newProfile());
    return id;
  }

  /** A completed import that refused a row, of a file whose name and cells hold the mark. */
  async makeImport(): Promise<string> {
    const { id, status } = await this.client.import({
      file: `identifier,name,type_id\n${this.mark.toLowerCase()},${this.mark},no-such-type-${this.mark}\n`,
      name: `${this.mark}.csv`,
      resource_type: 'instruments',
      on_error: 'continue',
    });
    if (status !== 'completed') throw new Error(`The import ended ${status}.`);
    return id;
  }

  /** A completed export of a resource whose records hold the mark. */
  async makeExport(): Promise<string> {
    const filter = { field: 'name', op: 'like', value: this.mark };
    return (await this.client.export({ object_type: 'instruments', filter })).job.id;
  }

  /** A job that was cancelled, made of one that ended: cancelling it again changes nothing. */
  async makeCancelled(kind: 'import' | 'export'): Promise<string> {
    const [row] = await this.app.database.query<{ id: string }>(
      kind === 'import'
        ? `INSERT INTO import_jobs (workspace_id, status, finished_at, resource_type, format, on_error, file_name, file_size,
             file_sha256, blob_key)
           VALUES ($1, 'cancelled', now(), 'instruments', 'csv', 'abort', $2, 1, '', '') RETURNING id`
        : `INSERT INTO export_jobs (workspace_id, status, finished_at, object_type, format, filter)
           VALUES ($1, 'cancelled', now(), 'instruments', 'csv', json_build_object('field', 'name', 'op', 'eq', 'value', $2::text))
           RETURNING id`,
      [this.id, this.mark],
    );
    return row?.id ?? '';
  }

  /**
   * Every id of this workspace in the database, and its mark: what nobody of another one may see.
   */
  async secrets(): Promise<string[]> {
    const tables = await this.app.database.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.columns
       WHERE table_schema = 'public' AND column_name IN ('workspace_id', 'id')
       GROUP BY 1 HAVING count(*) FILTER (WHERE data_type = 'uuid') = 2`,
    );
    const ids = await Promise.all(
      tables.map(({ name }) =>
        this.app.database.query<{ id: string }>(`SELECT id FROM "${name}" WHERE workspace_id = $1`, [
          this.id,
        ]),
      ),
    );
    return [this.mark, this.id, this.client.workspace, ...ids.flat().map(({ id }) => id)];
  }
}
