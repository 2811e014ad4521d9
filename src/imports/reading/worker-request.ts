import { plainResource, type PlainResource } from '../../catalog/plain-resource';
import type { RecordType } from '../../catalog/record-type';
import type { FormatLimits } from '../../formats/format';
import { writeJson } from '../../formats/json/write-json';
import type { ReadingContext, ReadingRequest } from './reading-context';

/** A reading context as data alone, for a thread of its own. */
export interface WorkerRequest {
  readonly workspaceId: string;
  /** `defaults` as JSON text: its numbers keep their digits. */
  readonly request: Omit<ReadingRequest, 'defaults'> & { readonly defaults: string };
  readonly limits: FormatLimits;
  readonly types: readonly RecordType[];
  readonly resources: readonly PlainResource[];
}

/** Null when the resource, or one that it refers to, cannot be told to a thread. */
export function workerRequest({
  workspaceId,
  request,
  limits,
  types,
  registry,
}: ReadingContext): WorkerRequest | null {
  const { resourceType, format, onError, identifierColumn, spreadsheetSafe, mapping } = request;
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
    request: { resourceType, format, onError, identifierColumn, spreadsheetSafe, mapping, defaults },
    limits,
    types,
    resources,
  };
}
