import type { ExportJobDto } from '../../src/exports/export-job.dto';
import type { ImportJobDto } from '../../src/imports/import-job.dto';
import type { TestApp } from './test-app';

/** A file and the fields of the form around it. */
export interface Upload {
  file: Buffer | string;
  name?: string;
  resource_type?: string;
  profile?: string;
  on_error?: 'abort' | 'continue';
  identifier_column?: string;
  format?: string;
  mapping?: Record<string, string | null>;
  defaults?: Record<string, unknown>;
  csv_options?: Record<string, unknown>;
  field_options?: Record<string, unknown>;
  expect_columns?: readonly string[];
  dry_run?: boolean;
  spreadsheet_safe?: boolean;
}

const FINAL = ['completed', 'failed', 'cancelled'];

/** A REST client of one workspace, as a user would write it: uploads, polls, downloads. */
export class WorkspaceClient {
  /** Milliseconds between two looks at a job. */
  pollMs = 10;

  constructor(
    private readonly app: Pick<TestApp, 'url'>,
    private readonly token: string,
    readonly workspace: string,
  ) {}

  /** Creates a workspace of its own. */
  static async create(app: TestApp, slug: string): Promise<WorkspaceClient> {
    const response = await fetch(`${app.url}/v1/workspaces`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${app.token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ slug, name: slug }),
    });
    if (response.status !== 201) throw new Error(`POST /v1/workspaces: ${await response.text()}`);
    return new WorkspaceClient(app, app.token, slug);
  }

  /** Returns the JSON of a request that must succeed. */
  async request<T = Record<string, unknown>>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(this.url(path), {
      method,
      headers: { ...this.authorization, ...(body !== undefined && { 'Content-Type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return (text === '' ? {} : JSON.parse(text)) as T;
  }

  get<T = Record<string, unknown>>(path: string): Promise<T> {
    return this.request('GET', path);
  }

  post<T = Record<string, unknown>>(path: string, body: unknown): Promise<T> {
    return this.request('POST', path, body);
  }

  /** Uploads a file and waits for the end of its job. */
  async import(upload: Upload): Promise<ImportJobDto> {
    return this.finish<ImportJobDto>('/imports', await this.queue(upload));
  }

  /** Uploads a file and returns the id of its job. */
  async queue(upload: Upload): Promise<string> {
    const response = await fetch(this.url('/imports'), {
      method: 'POST',
      headers: this.authorization,
      body: formOf(upload),
    });
    const text = await response.text();
    if (response.status !== 202) throw new Error(`POST /imports: ${response.status} ${text}`);
    return (JSON.parse(text) as { id: string }).id;
  }

  /** Exports and returns the bytes of the file. */
  async export(wanted: Record<string, unknown>): Promise<{ job: ExportJobDto; file: Buffer }> {
    const { id } = await this.post<{ id: string }>('/exports', wanted);
    const job = await this.finish<ExportJobDto>('/exports', id);
    if (job.status !== 'completed') throw new Error(`The export ended ${job.status}: ${JSON.stringify(job)}`);
    const response = await fetch(this.url(`/exports/${id}/download`), { headers: this.authorization });
    return { job, file: Buffer.from(await response.arrayBuffer()) };
  }

  /** Waits for the end of a job. */
  async finish<Job extends { status: string }>(path: string, id: string): Promise<Job> {
    for (;;) {
      const job = await this.get<Job>(`${path}/${id}`);
      if (FINAL.includes(job.status)) return job;
      await new Promise((resolve) => setTimeout(resolve, this.pollMs));
    }
  }

  private url(path: string): string {
    return `${this.app.url}/v1/workspaces/${this.workspace}${path}`;
  }

  private get authorization(): Record<string, string> {
    return { Authorization: `Bearer ${this.token}` };
  }
}

function formOf({ file, name, ...fields }: Upload): FormData {
  const form = new FormData();
  for (const [key, value] of Object.entries(fields)) {
    form.set(key, typeof value === 'object' ? JSON.stringify(value) : String(value));
  }
  form.set('file', new Blob([typeof file === 'string' ? file : new Uint8Array(file)]), name ?? 'file.csv');
  return form;
}
