import { randomUUID } from 'node:crypto';
import type { PlannedImport } from './serialization-key';

/** What of a planned import goes over the wire. */
export type Sendable = Pick<PlannedImport, 'fields' | 'text' | 'name'> & {
  serializationKey: { workspace: string };
};

const PAUSE_MS = 100;
const LIMIT_MS = 120_000;

/** An answer that came. */
export interface Answer {
  status: number;
  body: Record<string, unknown>;
}

/**
 * A client as it should be written: it repeats what met no answer, a 5xx, a 429 or a lock, with the
 * same Idempotency-Key.
 */
export class ApiClient {
  constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  /** Uploads a file until it is accepted, and returns the id of its job. */
  async upload({ serializationKey, fields, text, name }: Sendable): Promise<string> {
    const key = randomUUID();
    const path = `/v1/workspaces/${serializationKey.workspace}/imports`;
    const { status, body } = await this.send('POST', path, { 'Idempotency-Key': key }, () => {
      const form = new FormData();
      for (const [field, value] of Object.entries(fields)) form.set(field, value);
      form.set('file', new Blob([text]), name);
      return form;
    });
    if (status !== 202) throw new Error(`POST ${path}: ${status} ${JSON.stringify(body)}`);
    return String(body.id);
  }

  /** A request with a JSON body, repeated until it meets an answer. */
  json(method: string, path: string, body?: unknown): Promise<Answer> {
    const headers = {
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...(method === 'POST' && { 'Idempotency-Key': randomUUID() }),
    };
    return this.send(method, path, headers, () => (body === undefined ? null : JSON.stringify(body)));
  }

  /** The same, for a request that must succeed. */
  async must(method: string, path: string, body?: unknown): Promise<Record<string, unknown>> {
    const answer = await this.json(method, path, body);
    if (answer.status >= 300) {
      throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    }
    return answer.body;
  }

  private async send(
    method: string,
    path: string,
    headers: Record<string, string>,
    body: () => FormData | string | null,
  ): Promise<Answer> {
    const until = Date.now() + LIMIT_MS;
    for (;;) {
      const answer = await this.once(method, path, headers, body());
      if (answer !== null && answer.status < 500 && answer.status !== 429 && !isPassing(answer))
        return answer;
      if (Date.now() > until) throw new Error(`${method} ${path}: ${JSON.stringify(answer)} for two minutes`);
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }

  private async once(
    method: string,
    path: string,
    headers: Record<string, string>,
    body: FormData | string | null,
  ): Promise<Answer | null> {
    try {
      const response = await fetch(`${this.url}${path}`, {
        method,
        headers: { Authorization: `Bearer ${this.token}`, ...headers },
        body,
        signal: AbortSignal.timeout(20_000),
      });
      const text = await response.text();
      return { status: response.status, body: text === '' ? {} : (JSON.parse(text) as Answer['body']) };
    } catch {
      return null; // no answer: the connection was refused, cut, or nothing came
    }
  }
}

/**
 * The first try may have got through although its answer did not; or a frozen worker keeps the row
 * for now.
 */
const isPassing = ({ status, body }: Answer): boolean =>
  status === 409 && (body.code === 'idempotency_in_flight' || body.code === 'record_locked');
