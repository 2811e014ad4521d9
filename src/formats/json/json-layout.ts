import { OptionError } from '../option-error';
import type { JsonOptions } from './json-options';
import { readPointer } from './json-pointer';

/** Where the records of a JSON file are, and what one of them is. */
export interface JsonLayout {
  /** `objects`: elements of an array. `members`: members of an object. `rows`: arrays of values in an array. */
  readonly records: 'objects' | 'members' | 'rows';
  /** Tokens of the pointer to the array or object that has the records. */
  readonly path: readonly string[];
  /** The option that gave the path. */
  readonly option: 'record_path' | 'rows_path' | 'columns_path';
  /** `members`: the name under which the key of a member becomes a value of its record. */
  readonly keyTo: string;
  /** `rows`: the names of the values. */
  readonly columns: readonly string[];
}

/** The form may give null for what it leaves out. */
const given = <Value>(value: Value | null | undefined): Value | undefined => value ?? undefined;

/** True when the file is one document with the records inside, so that it may begin with `{`. */
export const isDocument = (options: JsonOptions): boolean =>
  [options.record_path, options.object_values, options.columns_path, options.rows_path].some(
    (option) => given(option) !== undefined,
  );

/**
 * The layout that `json_options` describe; without options the file is an array of objects. Throws an `OptionError` for a
 * pointer that is none and for options that contradict each other (docs/contract.md 2.6).
 */
export function jsonLayout(options: JsonOptions): JsonLayout {
  const rows = given(options.rows_path);
  const path = readTokens(
    rows === undefined ? 'record_path' : 'rows_path',
    rows ?? given(options.record_path) ?? '',
  );
  const columns = given(options.columns) ?? [];
  const members = given(options.object_values);
  const shared = { path, keyTo: members?.key_to ?? '', columns };
  if (rows !== undefined) {
    checkRows(options);
    return { ...shared, records: 'rows', option: 'rows_path' };
  }
  if (given(options.columns_path) !== undefined) {
    throw refused(
      'columns_path',
      'columns_path names the columns of the arrays at rows_path; give rows_path too.',
    );
  }
  if (columns.length > 0) {
    throw refused(
      'columns',
      'columns names the values of the arrays at rows_path; give rows_path too ("" is the whole file).',
    );
  }
  if (members === undefined) return { ...shared, records: 'objects', option: 'record_path' };
  if (members.key_to === '') {
    throw refused(
      'object_values/key_to',
      'key_to is the name under which the key of each member is read; it is not empty.',
    );
  }
  return { ...shared, records: 'members', option: 'record_path' };
}

function checkRows(options: JsonOptions): void {
  if (given(options.record_path) !== undefined || given(options.object_values) !== undefined) {
    throw refused(
      'rows_path',
      'rows_path is for rows that are arrays; leave record_path and object_values out.',
    );
  }
  const names = given(options.columns_path);
  if (names !== undefined) readTokens('columns_path', names);
  if (names === undefined && (given(options.columns) ?? []).length === 0) {
    throw refused('rows_path', 'rows_path needs the names of the values: columns_path, or columns.');
  }
  checkNames(given(options.columns) ?? []);
}

function checkNames(columns: readonly string[]): void {
  const repeated = columns.findIndex((name, index) => columns.indexOf(name) !== index);
  if (repeated >= 0)
    throw refused(
      `columns/${repeated}`,
      `The name "${columns[repeated] ?? ''}" is given twice; name each column once.`,
    );
}

function readTokens(option: 'record_path' | 'rows_path' | 'columns_path', pointer: string): string[] {
  const tokens = readPointer(pointer);
  if (tokens !== null) return tokens;
  throw refused(
    option,
    `${option} is a JSON Pointer: it is empty or begins with "/", like /data/rows, and a "/" in a key is written ~1, a "~" is written ~0.`,
  );
}

const refused = (option: string, message: string): OptionError =>
  new OptionError(`/json_options/${option}`, message);
