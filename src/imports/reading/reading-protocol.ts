import type { SqlParameter } from '../../database/sql';
import type { FileReading, ReadingContext, ReadingRequest } from './reading-context';
import type { PreparedBatch } from './prepared-batch';
import { plainResource, type PlainResource } from '../../catalog/plain-resource';
import type { ReferenceMatch } from '../../catalog/binding/reference-match';
import type { RecordType } from '../../catalog/record-type';
import type { FormatLimits } from '../../formats/format';
import { writeJson } from '../../formats/json/write-json';

/** Messages from the host to the worker. */
export type ToThread =
  | { readonly kind: 'read'; readonly request: WorkerRequest }
  /** The next bytes of the file; null after the last ones. */
  | { readonly kind: 'chunk'; readonly bytes: Uint8Array | null }
  /** In place of the next bytes: the file cannot be unpacked any further. */
  | { readonly kind: 'file_error'; readonly code: string; readonly message: string }
  /** The response to `look_up`. */
  | { readonly kind: 'rows'; readonly rows: object[] };

/** Messages from the worker to the host. The host responds to `want_chunk` and `look_up`, one after the other. */
export type FromThread =
  /** The worker is over its memory limit, and stops. */
  | { readonly kind: 'too_much_memory' }
  | { readonly kind: 'want_chunk' }
  | { readonly kind: 'look_up'; readonly text: string; readonly params: readonly SqlParameter[] }
  | { readonly kind: 'batch'; readonly batch: PreparedBatch }
  | { readonly kind: 'end'; readonly reading: FileReading };

/** A reading context as plain data, which can be sent to a worker. */
export interface WorkerRequest {
  readonly workspaceId: string;
  /** `defaults` as JSON text: its numbers keep their digits. */
  readonly request: Omit<ReadingRequest, 'defaults'> & { readonly defaults: string };
  readonly limits: FormatLimits;
  readonly types: readonly RecordType[];
  readonly matches: readonly ReferenceMatch[];
  readonly resources: readonly PlainResource[];
}

/** The request to read a file. Null when the resource, or one that it refers to, cannot be sent to a worker. */
export function workerRequest({
  workspaceId,
  request,
  limits,
  types,
  matches,
  registry,
}: ReadingContext): WorkerRequest | null {
  const { resourceType, format, onError, identifierColumn, spreadsheetSafe, mapping, options } = request;
  const resources: PlainResource[] = [];
  // Maps keep their order and grow while they are walked: targets of targets are met too.
  const wanted = new Set([resourceType]);
  for (const name of wanted) {
    const plain = plainResource(registry.get(name));
    if (plain === null) return null;
    resources.push(plain);
    for (const { target } of plain.fields.values()) if (target !== null) wanted.add(target);
    if (plain.parentKey?.resource) wanted.add(plain.parentKey.resource);
  }
  const defaults = writeJson(request.defaults);
  return {
    workspaceId,
    request: { resourceType, format, onError, identifierColumn, spreadsheetSafe, mapping, defaults, options },
    limits,
    types,
    matches,
    resources,
  };
}
