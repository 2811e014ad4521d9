import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import type { ExportJobDto } from '../../src/exports/export-job.dto';
import type { ImportJobDto } from '../../src/imports/import-job.dto';
import { pause } from './pause';

/** A file and the other fields of the form. */
export interface Upload {
  readonly path: string;
  readonly resource: string;
  readonly onError?: 'abort' | 'continue';
}

const FINAL = ['completed', 'failed', 'cancelled'];
/** Milliseconds between two polls of a long job; adds half of it to the measured time on average. */
const POLL_MS = 25;

/** Calls the application as a script of a user does: uploads files and polls until their jobs end. */
export class Client {
  constructor(
    readonly url: string,
    private readonly token: string,
    private readonly workspace: string,
  ) {}

  /** Uploads a file and resolves when its job is completed. Throws when the job ends otherwise or a row fails. */
  async import(upload: Upload, pollMs = POLL_MS): Promise<ImportJobDto> {
    const id = await this.upload(upload);
    const job = await this.finish<ImportJobDto>(`/imports/${id}`, pollMs);
    if (job.failed_count !== 0) throw new Error(`Rows failed: ${JSON.stringify(job)}`);
    return job;
  }

  /** Uploads a file and returns the id of its job. */
  async upload({ path, resource, onError = 'continue' }: Upload): Promise<string> {
    const form = new FormData();
    form.set('resource_type', resource);
    form.set('on_error', onError);
    form.set('file', await openAsBlob(path), basename(path));
    const { id } = await this.send<{ id: string }>('POST', '/imports', form);
    return id;
  }

  /** Requests an export and resolves when it is completed. */
  async export(wanted: object): Promise<ExportJobDto> {
    const { id } = await this.post<{ id: string }>('/exports', wanted);
    return this.finish<ExportJobDto>(`/exports/${id}`, POLL_MS);
  }

  /** Resolves with a job when it is completed; throws when it ends otherwise. */
  async finish<Job extends { status: string }>(path: string, pollMs: number): Promise<Job> {
    for (;;) {
      const job = await this.get<Job>(path);
      if (job.status === 'completed') return job;
      if (FINAL.includes(job.status)) throw new Error(`${path} ended ${job.status}: ${JSON.stringify(job)}`);
      await pause(pollMs);
    }
  }

  get<T>(path: string): Promise<T> {
    return this.send('GET', path);
  }

  post<T>(path: string, body: object): Promise<T> {
    return this.send('POST', path, JSON.stringify(body));
  }

  put<T>(path: string, body: object): Promise<T> {
    return this.send('PUT', path, JSON.stringify(body));
  }

  /** Creates a workspace and returns a client of it; needs the operator token. */
  async createWorkspace(slug: string): Promise<Client> {
    const response = await fetch(`${this.url}/v1/workspaces`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${this.token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ slug, name: slug }),
    });
    if (!response.ok) throw new Error(`POST /v1/workspaces: ${response.status} ${await response.text()}`);
    return new Client(this.url, this.token, slug);
  }

  private async send<T>(method: string, path: string, body?: FormData | string): Promise<T> {
    const response = await fetch(`${this.url}/v1/workspaces/${this.workspace}${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${this.token}`,
        ...(typeof body === 'string' && { 'Content-Type': 'application/json' }),
      },
      ...(body !== undefined && { body }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return JSON.parse(text) as T;
  }
}
