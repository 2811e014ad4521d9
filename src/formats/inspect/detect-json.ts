import { jsonPointer } from '../json/json-pointer';
import type { JsonOptions } from '../json/json-options';
import { readPartialJson, type PartialJson } from './partial-json';

/** How the records of a JSON file are laid out. */
export interface JsonFound {
  readonly format: 'json' | 'ndjson';
  readonly options: JsonOptions;
  readonly evidence: readonly { readonly option: string; readonly message: string }[];
  /** JSON Pointers that hold records, when there are several: one must be said. */
  readonly recordPaths: readonly string[];
  /** The names of a columnar file. */
  readonly columns: readonly string[];
  /** Texts beside the records, by key: the name of an instrument may be among them. */
  readonly texts: ReadonlyMap<string, string>;
}

/** An array or object of records, and where it is. */
interface Place {
  readonly pointer: string;
  readonly options: JsonOptions;
  readonly count: number;
  readonly message: string;
  readonly columns?: readonly string[];
}

/** Finds where the records of a JSON text are; null when it has none. `text` may be the beginning of a file. */
export function detectJson(text: string): JsonFound | null {
  const root = readPartialJson(text.slice(0, HEAD));
  if (root === null) return null;
  if (root.kind === 'array')
    return found('json', { pointer: '', options: {}, count: 0, message: 'The file is an array of records.' });
  if (root.kind !== 'object') return null;
  const places = placesOf(root, '', 0);
  const best = places.filter(({ count }) => count === Math.max(...places.map((one) => one.count)));
  const [chosen] = best;
  const texts = chosen?.options.object_values === undefined ? textsOf(root) : new Map<string, string>();
  if (hasSecondObject(text) && !(chosen && chosen.count > 1)) {
    return found('ndjson', { pointer: '', options: {}, count: 0, message: 'Each line is a record.' });
  }
  if (!chosen)
    return found('ndjson', { pointer: '', options: {}, count: 1, message: 'The file is one record.' });
  if (best.length > 1)
    return {
      format: 'json',
      options: {},
      evidence: [],
      recordPaths: best.map(({ pointer }) => pointer),
      columns: [],
      texts,
    };
  return { ...found('json', chosen), texts };
}

function found(format: JsonFound['format'], { options, message, columns = [] }: Place): JsonFound {
  const keys = Object.keys(options);
  const evidence = (keys.length > 0 ? keys : ['format']).map((option) => ({ option, message }));
  return { format, options, evidence, recordPaths: [], columns, texts: new Map() };
}

const MAX_DEPTH = 6;

/** All places of records in an object, down to six levels. */
function placesOf(value: PartialJson, pointer: string, depth: number): Place[] {
  if (value.kind !== 'object' || depth > MAX_DEPTH) return [];
  const columnar = columnarPlace(value.members, pointer);
  if (columnar) return [columnar];
  const members = [...value.members];
  if (isObjectOfRecords(members)) {
    const options = {
      ...(pointer !== '' && { record_path: pointer }),
      object_values: { key_to: keyName(members) },
    };
    return [
      {
        pointer,
        options,
        count: members.length,
        message: `${shown(pointer)} is an object of ${members.length} records or more, by key.`,
      },
    ];
  }
  return members.flatMap(([key, member]) => {
    const at = pointer + jsonPointer(key);
    if (member.kind === 'array' && member.items.some(({ kind }) => kind === 'object')) {
      const message = `${shown(at)} is an array of records.`;
      return [{ pointer: at, options: { record_path: at }, count: member.items.length, message }];
    }
    return placesOf(member, at, depth + 1);
  });
}

/** Names and rows: `{"columns": ["date", …], "data": [[…], …]}`. */
function columnarPlace(members: ReadonlyMap<string, PartialJson>, pointer: string): Place | null {
  const arrays = [...members].flatMap(([key, value]) =>
    value.kind === 'array' ? [[key, value.items] as const] : [],
  );
  const names = arrays.filter(
    ([, items]) => items.length > 1 && items.every(({ kind }) => kind === 'string'),
  );
  const rows = arrays.filter(([, items]) => items.length > 0 && items.every(({ kind }) => kind === 'array'));
  const [name] = names;
  const [row] = rows;
  if (names.length !== 1 || rows.length !== 1 || !name || !row) return null;
  const width = row[1][0]?.kind === 'array' ? row[1][0].items.length : 0;
  if (width !== name[1].length) return null;
  const options = { columns_path: `${pointer}/${name[0]}`, rows_path: `${pointer}/${row[0]}` };
  const message = `${shown(options.columns_path)} has ${width} names, and ${shown(options.rows_path)} has arrays of ${width} values.`;
  return {
    pointer: options.rows_path,
    options,
    count: row[1].length,
    message,
    columns: name[1].map((one) => (one.kind === 'string' ? one.text : '')),
  };
}

/** Several members, all objects with keys in common. */
function isObjectOfRecords(members: readonly (readonly [string, PartialJson])[]): boolean {
  const [first] = members;
  if (members.length < 3 || first?.[1].kind !== 'object') return false;
  const keys = new Set(first[1].members.keys());
  return members.every(
    ([, value]) => value.kind === 'object' && [...value.members.keys()].some((key) => keys.has(key)),
  );
}

/** The key of each record goes to `key`, or to another name when the records have that. */
function keyName(members: readonly (readonly [string, PartialJson])[]): string {
  const taken = new Set(
    members.flatMap(([, value]) => (value.kind === 'object' ? [...value.members.keys()] : [])),
  );
  return ['key', 'record_key', 'object_key'].find((name) => !taken.has(name)) ?? 'key_of_record';
}

function textsOf(root: PartialJson): Map<string, string> {
  const texts = new Map<string, string>();
  if (root.kind !== 'object') return texts;
  for (const [key, value] of root.members) {
    if (value.kind === 'string') texts.set(key, value.text);
    else if (value.kind === 'object') {
      for (const [inner, one] of value.members)
        if (one.kind === 'string' && !texts.has(inner)) texts.set(inner, one.text);
    }
  }
  return texts;
}

/** An object on a line of its own behind the end of another one: two lines of NDJSON. */
function hasSecondObject(text: string): boolean {
  let isAfterObject = false;
  for (const line of text.slice(0, HEAD).split('\n', MAX_LINES)) {
    const trimmed = line.trim();
    if (trimmed === '') continue;
    if (isAfterObject && trimmed.startsWith('{')) return true;
    isAfterObject = trimmed.endsWith('}');
  }
  return false;
}

/** Characters that decide about the layout. */
const HEAD = 262_144;
const MAX_LINES = 10_000;

const shown = (pointer: string): string => (pointer === '' ? 'The file' : `"${pointer.slice(0, 100)}"`);
