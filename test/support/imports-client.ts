import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Role } from '../../src/auth/caller';
import { SETTINGS } from '../../src/config/config.module';
import type { Settings } from '../../src/config/settings';
import type { ImportJobDto } from '../../src/imports/import-job.dto';
import { eventually } from './eventually';
import type { TestApp } from './test-app';

/** Fields of an import's form beside its file. */
export type FormFields = Record<string, string>;

export const bearer = (token: string): { Authorization: string } => ({ Authorization: `Bearer ${token}` });

const FINAL = ['completed', 'failed', 'cancelled'];

/** Imports of one application, seen through HTTP. */
export class ImportsClient {
  constructor(readonly app: TestApp) {}

  get path(): string {
    return `/v1/workspaces/${this.app.workspace}/imports`;
  }

  get settings(): Settings {
    return this.app.app.get<Settings>(SETTINGS);
  }

  /** Adds an instrument type through the API. */
  async addType(identifier: string, fields: object[] = []): Promise<string> {
    const { body } = await this.app.http
      .post(`/v1/workspaces/${this.app.workspace}/instrument-types`)
      .set(bearer(this.app.token))
      .send({ identifier, name: identifier, fields })
      .expect(201);
    return String(body.id);
  }

  /** A token of a new robot with this role. */
  async token(role: Role): Promise<string> {
    const robots = `/v1/workspaces/${this.app.workspace}/memberships/robots`;
    const auth = bearer(this.app.token);
    const robot = await this.app.http.post(robots).set(auth).send({ display_name: role, role });
    const made = await this.app.http
      .post(`${robots}/${String(robot.body.id)}/tokens`)
      .set(auth)
      .send({});
    return String(made.body.token);
  }

  /** Uploads a file as an ordinary client does. */
  post(
    file: string | Buffer,
    fields: FormFields = { resource_type: 'instruments' },
    { name = 'file.csv', headers = {} }: { name?: string; headers?: Record<string, string> } = {},
  ) {
    return this.app.http
      .post(this.path)
      .set({ ...bearer(this.app.token), ...headers })
      .field(fields)
      .attach('file', Buffer.from(file), name);
  }

  get(path: string) {
    return this.app.http.get(`${this.path}${path}`).set(bearer(this.app.token));
  }

  /**
   * A file, as the text that was sent: supertest would parse JSON, and not take bytes of another
   * type.
   */
  async download(path: string): Promise<{ status: number; text: string; headers: Record<string, string> }> {
    const answer = await this.get(path)
      .buffer(true)
      .parse((response, done) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => done(null, Buffer.concat(chunks).toString()));
      });
    return { status: answer.status, text: String(answer.body), headers: answer.headers };
  }

  /** Uploads a file that must be accepted, and returns the queued job. */
  async queue(file: string | Buffer, fields?: FormFields, name?: string): Promise<ImportJobDto> {
    const { status, body } = await this.post(file, fields, name === undefined ? {} : { name });
    expect([status, status === 202 ? null : body]).toEqual([202, null]);
    return body;
  }

  /** Imports a file, and returns the job in its final state. */
  async import(file: string | Buffer, fields?: FormFields, name?: string): Promise<ImportJobDto> {
    return this.finished((await this.queue(file, fields, name)).id);
  }

  async job(id: string): Promise<ImportJobDto> {
    return (await this.get(`/${id}`).expect(200)).body;
  }

  async finished(id: string, limitMs = 30_000): Promise<ImportJobDto> {
    const read = async (): Promise<boolean> => FINAL.includes((await this.job(id)).status);
    await eventually(`import ${id} ends`, read, limitMs);
    return this.job(id);
  }

  cancel(id: string) {
    return this.app.http.post(`${this.path}/${id}/cancel`).set(bearer(this.app.token));
  }

  /** The instruments in the database: identifier, name, and the values of the custom fields. */
  instruments(): Promise<{ identifier: string; name: string; field_values: Record<string, string> }[]> {
    return this.app.database.query(
      `SELECT identifier, name, field_values FROM instruments WHERE archived_at IS NULL ORDER BY 1`,
    );
  }

  async count(table: 'import_jobs' | 'instruments' | 'idempotency_keys'): Promise<number> {
    const [row] = await this.app.database.query<{ count: number }>(
      `SELECT count(*)::integer AS count FROM ${table}`,
    );
    return row?.count ?? 0;
  }

  /** Every file in the storage, temporary ones included. */
  async storedFiles(): Promise<string[]> {
    const root = join(this.settings.dataDir, 'files');
    const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
    return entries
      .filter((entry) => entry.isFile() && entry.name !== '.id')
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
  }

  /**
   * Resolves when the storage holds as many files as there are jobs, and fails when it does not
   * come to that.
   */
  async expectNothingLeft(): Promise<void> {
    const jobs = await this.count('import_jobs');
    await eventually(
      'nothing of a refused upload is in the storage',
      async () => (await this.storedFiles()).length === jobs,
      5_000,
    );
  }
}
