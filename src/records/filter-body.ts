import { EVERYTHING, readFilter } from '../catalog/filter/read-filter';
import { type Filter, FilterError } from '../catalog/filter/filter';
import { readSort, type SortKey } from '../catalog/filter/read-sort';
import type { RecordType } from '../catalog/record-type';
import type { ResourceDescription } from '../catalog/resource';
import { isJsonObject, type JsonObject, type JsonValue } from '../formats/json/json-value';
import { readLimit } from '../http/pagination/page';
import { problem, type ProblemError } from '../http/problem/problem.exception';

const MAX_ERRORS = 100;

/** The body of `POST /<collection>/filter`. */
export interface FilterBody {
  readonly filter: Filter;
  readonly sort: readonly SortKey[];
  readonly q: string | null;
  readonly limit: number;
  readonly after: string | null;
}

/**
 * Reads the body of a filter. Throws 400 `invalid_filter` with everything that is wrong with its
 * filter and its sort.
 */
export function readFilterBody(
  resource: ResourceDescription,
  types: readonly RecordType[],
  body: JsonValue,
): FilterBody {
  const { filter, q, sort, limit, after } = readMembers(resource, body, ['sort', 'limit', 'after']);
  const errors: ProblemError[] = [];
  const read = collect(errors, '/filter', EVERYTHING, () => readFilter(resource, types, filter ?? {}));
  const keys = collect(errors, '/sort', [], () => readSort(resource, types, sort ?? []));
  refuse(errors);
  return {
    filter: read,
    sort: keys,
    q: readText(q, 'q'),
    limit: readBodyLimit(limit),
    after: readText(after, 'after'),
  };
}

/** Reads the body of a count: a filter without an order and without pages. */
export function readCountBody(
  resource: ResourceDescription,
  types: readonly RecordType[],
  body: JsonValue,
): Pick<FilterBody, 'filter' | 'q'> {
  const { filter, q } = readMembers(resource, body, []);
  const errors: ProblemError[] = [];
  const read = collect(errors, '/filter', EVERYTHING, () => readFilter(resource, types, filter ?? {}));
  refuse(errors);
  return { filter: read, q: readText(q, 'q') };
}

function readMembers(resource: ResourceDescription, body: JsonValue, more: readonly string[]): JsonObject {
  if (!isJsonObject(body)) throw malformed('', 'invalid_value', 'The body must be one JSON object.');
  const known = ['filter', ...(resource.search.length > 0 ? ['q'] : []), ...more];
  for (const key of Object.keys(body)) {
    if (known.includes(key)) continue;
    const shown = key.slice(0, 100);
    throw malformed(
      `/${shown}`,
      'unknown_property',
      `There is no property "${shown}" here. Known: ${known.join(', ')}.`,
    );
  }
  return body;
}

function collect<T>(errors: ProblemError[], prefix: string, otherwise: T, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof FilterError)) throw error;
    for (const { pointer, ...issue } of error.errors) errors.push({ pointer: prefix + pointer, ...issue });
    return otherwise;
  }
}

function refuse(errors: readonly ProblemError[]): void {
  const [first] = errors;
  if (first) throw problem(400, 'invalid_filter', first.message, { errors: errors.slice(0, MAX_ERRORS) });
}

function readText(value: JsonValue | undefined, name: string): string | null {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value === 'string') return value;
  throw malformed(`/${name}`, 'invalid_value', `"${name}" is a text.`);
}

function readBodyLimit(value: JsonValue | undefined): number {
  if (value === undefined || value === null) return readLimit(undefined);
  if (typeof value === 'number' && Number.isInteger(value) && value > 0) return readLimit(String(value));
  throw malformed(
    '/limit',
    'invalid_value',
    '"limit" must be a whole number from 1; more than 200 counts as 200.',
  );
}

const malformed = (pointer: string, code: string, message: string): Error =>
  problem(400, 'invalid_request', message, { errors: [{ pointer, code, message }] });
