import { fieldOf, instantField } from '../catalog/resource-fields';
import { isValueIssue, readValue } from '../catalog/reading/read-value';
import type { ResourceDescription } from '../catalog/resource';
import { problem, type ProblemError } from '../http/problem/problem.exception';
import { readLimit } from '../http/pagination/page';
import { splitQuoted } from '../formats/csv/split-quoted';

const MAX_IDS = 1_000;
const ARCHIVED = ['false', 'true', 'all'] as const;

/** Query parameters as received. */
export type RawQuery = Readonly<Record<string, string | undefined>>;

/** Which records count: active only, archived only, or both. */
export type Archived = (typeof ARCHIVED)[number];

/** The query of `GET /<collection>`. */
export interface RecordListQuery {
  readonly archived: Archived;
  /** UUIDs and identifiers; null: all records. */
  readonly ids: readonly string[] | null;
  readonly q: string | null;
  /** Texts by reference field. */
  readonly references: ReadonlyMap<string, string>;
  /** Canonical text of the first instant of the period. */
  readonly from: string | null;
  /** Canonical text of the first instant after the period. */
  readonly to: string | null;
  readonly limit: number;
  readonly after: string | null;
}

/** Names of the query parameters that the list of a resource takes. */
export function listParameters(resource: ResourceDescription): string[] {
  return [
    'limit',
    'after',
    'ids',
    ...(resource.archivable ? ['archived'] : []),
    ...(resource.search.length > 0 ? ['q'] : []),
    ...referenceParameters(resource),
    ...(instantField(resource) === null ? [] : ['from', 'to']),
  ];
}

/** Reference fields by which a list can be narrowed. */
function referenceParameters(resource: ResourceDescription): string[] {
  return [...resource.fields].filter(([, { target }]) => target !== null).map(([name]) => name);
}

/**
 * Reads the query parameters of a list. Throws 400 `invalid_request` for an unknown one or a value it
 * cannot have.
 */
export function readListQuery(resource: ResourceDescription, query: RawQuery): RecordListQuery {
  const known = listParameters(resource);
  for (const name of Object.keys(query)) {
    if (known.includes(name)) continue;
    const shown = name.slice(0, 100);
    throw refuse({
      pointer: `?${shown}`,
      code: 'unknown_parameter',
      message: `There is no query parameter "${shown}". Known: ${[...known].sort().join(', ')}.`,
    });
  }
  const references = referenceParameters(resource).flatMap((name): [string, string][] => {
    const text = query[name];
    return text === undefined ? [] : [[name, text]];
  });
  return {
    archived: readArchived(query['archived']),
    ids: readIds(query['ids']),
    q: query['q'] === undefined || query['q'] === '' ? null : query['q'],
    references: new Map(references),
    from: readInstant(resource, query, 'from'),
    to: readInstant(resource, query, 'to'),
    limit: readLimit(query['limit']),
    after: query['after'] ?? null,
  };
}

function readArchived(text: string | undefined): Archived {
  const archived = ARCHIVED.find((candidate) => candidate === (text ?? 'false'));
  if (archived) return archived;
  throw refuse({ pointer: '?archived', code: 'invalid_value', message: '"archived" is false, true or all.' });
}

function readInstant(resource: ResourceDescription, query: RawQuery, name: 'from' | 'to'): string | null {
  const text = query[name];
  const instant = instantField(resource);
  if (text === undefined || instant === null) return null;
  const read = readValue(fieldOf(resource, instant), text);
  if (isValueIssue(read)) throw refuse({ pointer: `?${name}`, ...read });
  return read;
}

function readIds(text: string | undefined): string[] | null {
  if (text === undefined) return null;
  const ids = splitQuoted(text);
  if (ids.length <= MAX_IDS) return ids;
  throw refuse({
    pointer: '?ids',
    code: 'invalid_value',
    message: `"ids" names at most ${MAX_IDS} records.`,
  });
}

const refuse = (error: ProblemError): Error =>
  problem(400, 'invalid_request', error.message, { errors: [error] });
