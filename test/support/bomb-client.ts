import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ImportJobDto } from '../../src/imports/import-job.dto';
import type { Bomb, BombOutcome } from './bombs';
import { BOUNDARY, multipart } from './raw-upload';
import { WorkspaceClient } from './workspace-client';

/** Throws bombs at a running application, through the upload that everybody uses. */
export class BombClient {
  private readonly client: WorkspaceClient;

  constructor(
    private readonly url: string,
    private readonly token: string,
    private readonly workspace: string,
  ) {
    this.client = new WorkspaceClient({ url }, token, workspace);
  }

  /** Creates the types and records that the bombs refer to. */
  async prepare(): Promise<void> {
    const fields = [
      { field_key: 'isin' },
      { field_key: 'shares', data_type: 'number' },
      { field_key: 'listed', data_type: 'date' },
      { field_key: 'active', data_type: 'boolean' },
    ];
    await this.client.post('/instrument-types', { identifier: 'equity', name: 'Equity', fields });
    const open = [{ field_key: 'open', data_type: 'number' }];
    await this.client.post('/series', { identifier: 'bars', name: 'Bars', kind: 'composite', fields: open });
  }

  /** Uploads a bomb of `size` bytes and waits for what becomes of it. */
  async throw(bomb: Bomb, size: number): Promise<BombOutcome> {
    const { status, text } = await this.upload(bomb, size);
    const body = JSON.parse(text) as { id: string; code: string };
    if (status === 422) return { status: 'refused', codes: [body.code], errors: 0 };
    if (status !== 202) throw new Error(`The bomb "${bomb.name}" was answered ${status}: ${text}`);
    const job = await this.client.finish<ImportJobDto>('/imports', body.id);
    if (job.status !== 'failed' && job.status !== 'completed') throw new Error(`The job is ${job.status}.`);
    const codes = [...new Set(job.errors.map(({ code }) => code))];
    return { status: job.status, codes, errors: job.error_count };
  }

  private async upload(
    { form, fileName, bytes }: Bomb,
    size: number,
  ): Promise<{ status: number; text: string }> {
    const fields = Object.entries(form).map(([name, value]) => ({ name, value }));
    const empty = multipart([...fields, { name: 'file', value: '', filename: `"${fileName}"` }]);
    const tail = empty.subarray(empty.lastIndexOf(`\r\n--${BOUNDARY}--`));
    const head = empty.subarray(0, empty.length - tail.length);
    const sent = request(`${this.url}/v1/workspaces/${this.workspace}/imports`, {
      method: 'POST',
      agent: false,
      headers: {
        Authorization: `Bearer ${this.token}`,
        'Content-Type': `multipart/form-data; boundary=${BOUNDARY}`,
      },
    });
    const answered = once(sent, 'response') as Promise<[IncomingMessage]>;
    const body = async function* (): AsyncGenerator<Buffer> {
      yield head;
      yield* bytes(size);
      yield tail;
    };
    const [[response]] = await Promise.all([answered, pipeline(Readable.from(body()), sent)]);
    const chunks: Buffer[] = [];
    for await (const chunk of response) chunks.push(chunk as Buffer);
    return { status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() };
  }
}
