import type { JsonValue } from '../../formats/json/json-value';
import type { RecordType } from '../record-type';
import type { ResourceDescription } from '../resource';
import { BindingError, REPORT_COLUMNS, targetKey, targetsOf, type Target } from './target';
import { readMatch, type Match } from './match';

/** Column or key of the file → the field that it feeds; null: none. */
export type Mapping = Readonly<Record<string, string | null>>;

/** What an import says of its file beside the file itself. */
export interface BindingOptions {
  mapping: Mapping;
  defaults: Readonly<Record<string, JsonValue>>;
  identifierColumn: string | null;
}

/** A constant that serves where a column or key is absent. */
export interface DefaultValue {
  readonly target: Target;
  /** The name under which the request gave it. */
  readonly label: string;
  readonly value: JsonValue;
}

/** A hostile file may have any number of keys, each of any length. */
const MAX_IGNORED = 1_000;
const MAX_NAME_LENGTH = 200;

/** Decides for one import which column or key feeds which field. Throws `BindingError` for what the request got wrong. */
export class Binder {
  readonly match: Match;
  readonly defaults: readonly DefaultValue[];
  /** Columns or keys that feed nothing, in the order they were met; at most 1,000 are remembered, 200 characters of each. */
  readonly ignored = new Set<string>();
  private readonly targets: Map<string, Target>;
  private readonly mapped = new Map<string, Target>();
  private readonly taken = new Set<string>();
  /** What each name feeds; JSON asks for every key of every record. */
  private readonly feeds: ReadonlyMap<string, Target>;

  constructor(
    readonly resource: ResourceDescription,
    readonly types: readonly RecordType[],
    options: BindingOptions,
  ) {
    this.targets = targetsOf(resource, types);
    this.match = readMatch(resource, this.targets, options.mapping, options.identifierColumn);
    if (this.match.by === 'id') this.targets.set('id', { scope: 'core', name: 'id' });
    for (const [column, field] of Object.entries(options.mapping)) {
      if (field !== null) this.map(column, field);
    }
    const untaken = [...this.targets].filter(([, target]) => !this.taken.has(targetKey(target)));
    this.feeds = new Map([...untaken, ...this.mapped]);
    this.defaults = Object.entries(options.defaults).map(([label, value]) => ({
      target: this.known(label, pointerTo('defaults', label), 'invalid_default'),
      label,
      value,
    }));
  }

  /** Columns that the mapping names: a file that lacks one is refused. */
  get mappedColumns(): string[] {
    return [...this.mapped.keys()];
  }

  /** The field that `column` feeds; null when it feeds none, and then it is listed as ignored. */
  targetOf(column: string): Target | null {
    const target = this.feeds.get(column);
    if (target) return target;
    if (!REPORT_COLUMNS.includes(column)) this.ignore([column]);
    return null;
  }

  /** Notes columns that feed nothing. */
  ignore(columns: readonly string[]): void {
    for (const column of columns) {
      if (this.ignored.size < MAX_IGNORED) this.ignored.add(column.slice(0, MAX_NAME_LENGTH));
    }
  }

  private map(column: string, field: string): void {
    const pointer = pointerTo('mapping', column);
    const target = this.known(field, pointer, 'invalid_mapping');
    if (this.taken.has(targetKey(target))) {
      throw new BindingError('invalid_mapping', pointer, `Two columns are mapped to ${field}; keep one.`);
    }
    this.taken.add(targetKey(target));
    this.mapped.set(column, target);
  }

  private known(field: string, pointer: string, code: string): Target {
    const target = this.targets.get(field);
    if (target) return target;
    const valid = [...this.targets.keys()].filter((name) => !name.startsWith('field.'));
    throw new BindingError(
      code,
      pointer,
      `There is no field "${field}". The fields are: ${valid.join(', ')}.`,
    );
  }
}

/** JSON pointer to a key of a field of the form: names of columns may hold what a pointer must escape. */
const pointerTo = (formField: string, key: string): string =>
  `/${formField}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
