import type { Operation } from './document';

/** A request as it is sent, byte for byte. */
export interface FuzzRequest {
  readonly operation: Operation;
  /** Of the operation, unless another one was tried. */
  readonly method: string;
  readonly path: string;
  /** In order; a name may occur twice. */
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Buffer | null;
}

/** One line that shows what was sent, cut where it is long. */
export function describeRequest({ method, path, headers, body }: FuzzRequest): string {
  const shown = headers.filter(([name]) => name !== 'Authorization');
  return `${method} ${cut(path)} ${cut(JSON.stringify(shown))} ${cut(JSON.stringify(body?.toString('latin1') ?? null))}`;
}

const cut = (text: string): string =>
  text.length > 1_500 ? `${text.slice(0, 1_500)}… (${text.length})` : text;
