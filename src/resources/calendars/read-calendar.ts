import { jsonPointer } from '../../formats/json/json-pointer';
import { isValueIssue, readValue, required } from '../../catalog/reading/read-value';
import { isJsonObject, type JsonObject, type JsonValue } from '../../formats/json/json-value';
import { problem, type ProblemError } from '../../http/problem/problem.exception';
import { marketCalendars } from './market-calendars.resource';

/** At most so many errors are reported. */
export const MAX_ERRORS = 100;
const MAX_SHOWN = 100;
const MARKET = 'market_id';
const DATE = 'date';

/** Canonical texts by field, a list of all entries each: `date` of the third entry is `columns.get('date')[2]`. */
export type CalendarColumns = ReadonlyMap<string, (string | null)[]>;

/**
 * Reads the body of `PUT /markets/{id}/calendar`. `names` are the UUID and the identifier of the market, which entries may
 * repeat. A field that an entry leaves out is null. Throws 400 `invalid_request` for a body of another shape, and 422
 * `invalid_value` with what is wrong with its values, the first 100 errors of either.
 */
export function readCalendar(body: JsonValue, names: readonly string[]): CalendarColumns {
  if (!Array.isArray(body)) {
    throw malformed([{ pointer: '', code: 'invalid_value', message: 'The body must be one JSON array.' }]);
  }
  const shape = body.flatMap((entry, at) => shapeErrors(entry, at));
  if (shape.length > 0) throw malformed(shape);
  const errors: ProblemError[] = [];
  const columns = new Map<string, (string | null)[]>();
  for (const name of marketCalendars.fields.keys()) if (name !== MARKET) columns.set(name, []);
  const days = new Map<string, number>();
  for (const [at, entry] of body.entries()) {
    if (!isJsonObject(entry)) continue;
    errors.push(...readEntry(entry, at, names, columns));
    errors.push(...repeated(days, columns.get(DATE)?.[at] ?? null, at));
    if (errors.length >= MAX_ERRORS) break;
  }
  const [first] = errors;
  if (first) throw problem(422, 'invalid_value', first.message, { errors: errors.slice(0, MAX_ERRORS) });
  return columns;
}

function shapeErrors(entry: JsonValue, at: number): ProblemError[] {
  if (!isJsonObject(entry)) {
    return [{ pointer: pointer(at), code: 'invalid_value', message: 'An entry must be a JSON object.' }];
  }
  return Object.keys(entry)
    .filter((key) => !marketCalendars.fields.has(key))
    .map((key) => {
      const known = [...marketCalendars.fields.keys()].join(', ');
      const message = `There is no property "${key.slice(0, MAX_SHOWN)}" here. Known: ${known}.`;
      return { pointer: pointer(at, key.slice(0, MAX_SHOWN)), code: 'unknown_property', message };
    });
}

/** Adds one entry to the columns, null where a value cannot be taken, and returns its errors. */
function readEntry(
  entry: JsonObject,
  at: number,
  names: readonly string[],
  columns: CalendarColumns,
): ProblemError[] {
  const errors: ProblemError[] = [];
  for (const [name, field] of marketCalendars.fields) {
    const read = readValue(field, entry[name] ?? null);
    if (isValueIssue(read)) errors.push({ pointer: pointer(at, name), ...read });
    else if (read === null && field.required && name !== MARKET) {
      errors.push({ pointer: pointer(at, name), ...required(name) });
    } else if (name === MARKET && read !== null && !names.includes(read)) {
      const message = 'The entry names another market than the path; leave market_id out.';
      errors.push({ pointer: pointer(at, name), code: 'conflict', message });
    }
    columns.get(name)?.push(isValueIssue(read) ? null : read);
  }
  return errors;
}

/** An error for a date that an earlier entry of the body has. */
function repeated(days: Map<string, number>, day: string | null, at: number): ProblemError[] {
  if (day === null) return [];
  const first = days.get(day);
  if (first === undefined) {
    days.set(day, at);
    return [];
  }
  const message = `The entry ${pointer(first)} already has the date ${day}; keep one of the two.`;
  return [{ pointer: pointer(at, DATE), code: 'duplicate_row', message }];
}

/** A JSON pointer to a member of the entry at `at`. */
export const pointer = (at: number, ...names: readonly string[]): string => jsonPointer(String(at), ...names);

const malformed = (errors: readonly ProblemError[]): Error =>
  problem(400, 'invalid_request', errors[0]?.message ?? '', { errors: errors.slice(0, MAX_ERRORS) });
