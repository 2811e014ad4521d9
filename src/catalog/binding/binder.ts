import { isReportColumn } from '../../formats/report-columns';
import { jsonPointer } from '../../formats/json/json-pointer';
import type { JsonValue } from '../../formats/json/json-value';
import { firstPart, shownJson } from '../../formats/shown-text';
import type { RecordType } from '../record-type';
import type { ResourceDescription } from '../resource';
import type { BindingOptions, Mapping, ReadingOptions } from './binding-options';
import { readSources, type FieldSource } from './field-sources';
import { readMatch, type Match } from './match';
import { NearNames } from './near-names';
import { BindingError, targetKey, targetsOf, type Target } from './target';

export type { BindingOptions, Mapping } from './binding-options';

/** A constant that serves where a column or key is absent. */
export interface DefaultValue {
  readonly target: Target;
  /** The name under which the request gave it. */
  readonly label: string;
  readonly value: JsonValue;
}

/** What the names of unpivoted columns feed, and their cells. */
export interface UnpivotTargets {
  readonly name: Target;
  readonly value: Target;
}

/** A hostile file may have any number of keys, each of any length. */
const MAX_IGNORED = 1_000;
const MAX_NAME_LENGTH = 200;

/** Decides for one import which column or key feeds which field. Throws `BindingError` for what the request got wrong. */
export class Binder {
  readonly match: Match;
  readonly defaults: readonly DefaultValue[];
  /** The fields that `field_options` feeds from named columns. */
  readonly sources: readonly FieldSource[];
  readonly unpivot: UnpivotTargets | null;
  readonly options: ReadingOptions;
  /** Columns or keys that feed nothing, in the order they were met; at most 1,000 are remembered, 200 characters of each. */
  readonly ignored = new Set<string>();
  private readonly targets: Map<string, Target>;
  private readonly mapped = new Map<string, Target | null>();
  private readonly taken = new Set<string>();
  /** What each name feeds, null: nothing, as the mapping says; JSON asks for every key of every record. */
  private readonly feeds: ReadonlyMap<string, Target | null>;
  /** The same where the type comes from the defaults: only its fields are bound by name. Null when it does not. */
  private readonly feedsOfType: ReadonlyMap<string, Target | null> | null;
  /** The columns that become rows; null: all but those that the request names otherwise, and `excepted`. */
  private readonly unpivoted: ReadonlySet<string> | null;
  private readonly excepted: ReadonlySet<string>;
  /** Columns that `field_options` reads. */
  private readonly read: ReadonlySet<string>;
  private near: NearNames | null = null;

  constructor(
    readonly resource: ResourceDescription,
    readonly types: readonly RecordType[],
    { mapping, defaults, identifierColumn, options = {} }: BindingOptions,
  ) {
    this.options = options;
    this.targets = targetsOf(resource, types);
    this.match = readMatch(resource, this.targets, mapping, identifierColumn);
    if (this.match.by === 'id') this.targets.set('id', { scope: 'core', name: 'id' });
    for (const [column, field] of Object.entries(mapping)) this.map(column, field, mapping);
    this.sources = this.readSources();
    this.read = new Set(this.sources.flatMap(({ columns }) => columns));
    this.unpivot = this.readUnpivot();
    this.unpivoted = this.readUnpivoted();
    // A column without a name is none, and custom fields may be nested in JSON.
    this.excepted = new Set(['', resource.customFields?.key ?? '', ...(options.unpivot?.except ?? [])]);
    this.feeds = this.feedsBy(this.targets);
    this.defaults = Object.entries(defaults)
      .map(([label, value]) => ({
        target: this.known(label, jsonPointer('defaults', label), 'invalid_default'),
        label,
        value,
      }))
      .filter(({ target }) => !isFedBy(this.unpivot, target));
    const type = this.defaultType();
    this.feedsOfType = type && this.feedsBy(namesOfType(this.targets, type));
  }

  /** Columns that the mapping or `field_options` names: a file that lacks one is refused. */
  get mappedColumns(): string[] {
    const mapped = [...this.mapped].flatMap(([column, target]) => (target === null ? [] : [column]));
    return [...new Set([...mapped, ...this.read, ...(this.unpivoted ?? [])])];
  }

  /** True when one of `names` feeds the type of the record, so that it does not come from the defaults. */
  namesType(names: readonly string[]): boolean {
    const typeField = this.resource.customFields?.typeField;
    if (this.feedsOfType === null || typeField === undefined) return true;
    return names.some((name) => {
      const target = this.feeds.get(name);
      return target?.scope === 'core' && target.name === typeField;
    });
  }

  /**
   * The field that `column` feeds; null when it feeds none, and then it is listed as ignored. `hasType`: the record names
   * its type itself.
   */
  targetOf(column: string, hasType = true): Target | null {
    const feeds = hasType ? this.feeds : (this.feedsOfType ?? this.feeds);
    const target = feeds.get(column);
    if (target) return target;
    if (!isReportColumn(column) && !this.read.has(column)) this.ignore([column]);
    return null;
  }

  /** True for an ignored column of which the request says nothing. */
  isUnknown(column: string): boolean {
    return this.isUnnamed(column) && !this.isUnpivoted(column);
  }

  /** True for a column whose cells become rows. */
  isUnpivoted(column: string): boolean {
    if (this.unpivot === null) return false;
    if (this.unpivoted !== null) return this.unpivoted.has(column);
    return this.isUnnamed(column) && !this.excepted.has(column);
  }

  /** The field that an ignored column is likely meant to feed; null when no free field has a similar name. */
  suggest(column: string): string | null {
    this.near ??= new NearNames(
      [...this.targets].flatMap(([name, target]) =>
        name.startsWith(CUSTOM_PREFIX) || this.taken.has(targetKey(target)) ? [] : [name],
      ),
    );
    const name = this.near.find(column);
    return name === column ? null : name;
  }

  /** Notes columns that feed nothing. */
  ignore(columns: readonly string[]): void {
    for (const column of columns) {
      if (this.ignored.size < MAX_IGNORED) this.ignored.add(firstPart(column, MAX_NAME_LENGTH));
    }
  }

  /** The name that the file uses for a field: what is mapped to it, else the field's own. */
  labelOf(field: string): string {
    for (const [column, target] of this.mapped) if (target?.name === field) return column;
    return this.sources.find(({ target }) => target.name === field)?.label ?? field;
  }

  /** The target of a name that `field_options` uses. Throws a BindingError. */
  optionTarget(field: string, pointer: string): Target {
    return this.known(field, pointer, 'invalid_field_options');
  }

  private feedsBy(names: ReadonlyMap<string, Target>): Map<string, Target | null> {
    const untaken = [...names].filter(([, target]) => !this.taken.has(targetKey(target)));
    return new Map<string, Target | null>([...untaken, ...this.mapped]);
  }

  private map(column: string, field: string | null, mapping: Mapping): void {
    if (field === null) {
      this.mapped.set(column, null);
      return;
    }
    const pointer = jsonPointer('mapping', column);
    if (!this.targets.has(field) && this.targets.has(column) && this.nearTo(field) === null) {
      const turned = shownJson(this.turned(mapping));
      throw new BindingError(
        'invalid_mapping',
        pointer,
        `There is no field "${field}", but "${column}" is one: the mapping goes from a column of the file to a field. Write ${turned}.`,
      );
    }
    const target = this.known(field, pointer, 'invalid_mapping');
    this.take(target, pointer, 'invalid_mapping', `Two columns are mapped to ${field}; keep one.`);
    this.mapped.set(column, target);
  }

  /** The mapping with its entries from a field to no field the other way round. */
  private turned(mapping: Mapping): Record<string, string | null> {
    const isTurned = (column: string, field: string | null): field is string =>
      field !== null && !this.targets.has(field) && this.targets.has(column);
    return Object.fromEntries(
      Object.entries(mapping).map(([column, field]) =>
        isTurned(column, field) ? [field, column] : [column, field],
      ),
    );
  }

  private readSources(): FieldSource[] {
    const sources = readSources(this.options.field_options ?? {}, (field, pointer) =>
      this.optionTarget(field, pointer),
    );
    for (const { target, field, label } of sources) {
      const pointer = `${jsonPointer('field_options', field)}/from`;
      const message = `${target.name} is fed twice: by "${label}" and by the mapping or another option; keep one.`;
      this.take(target, pointer, 'invalid_field_options', message);
    }
    return sources;
  }

  private readUnpivot(): UnpivotTargets | null {
    const { unpivot } = this.options;
    if (!unpivot) return null;
    const targetOf = (option: 'name_to' | 'value_to'): Target => {
      const field = unpivot[option];
      const pointer = `/unpivot/${option}`;
      const target = this.known(field, pointer, 'invalid_unpivot');
      const message = `${field} is fed twice: by ${option} of unpivot and by another option; keep one.`;
      this.take(target, pointer, 'invalid_unpivot', message);
      return target;
    };
    return { name: targetOf('name_to'), value: targetOf('value_to') };
  }

  private readUnpivoted(): ReadonlySet<string> | null {
    const { unpivot } = this.options;
    if (!unpivot || unpivot.columns === '*') return null;
    const named = unpivot.columns.find((column) => !this.isUnnamed(column));
    if (named === undefined) return new Set(unpivot.columns);
    const message = `"${named}" cannot become rows: the mapping or another option uses the column.`;
    throw new BindingError('invalid_unpivot', '/unpivot/columns', message);
  }

  /** No other option names the column. */
  private isUnnamed(column: string): boolean {
    return !this.mapped.has(column) && !this.read.has(column) && !isReportColumn(column);
  }

  /** Each field is fed once. */
  private take(target: Target, pointer: string, code: string, message: string): void {
    if (this.taken.has(targetKey(target))) throw new BindingError(code, pointer, message);
    this.taken.add(targetKey(target));
  }

  /** The type that the defaults name, when nothing of the request feeds the type of a record. */
  private defaultType(): RecordType | null {
    const typeField = this.resource.customFields?.typeField;
    if (typeField === undefined || this.taken.has(targetKey({ scope: 'core', name: typeField }))) return null;
    const named = this.defaults.find(({ target }) => target.scope === 'core' && target.name === typeField);
    if (typeof named?.value !== 'string') return null;
    const { value } = named;
    return (
      this.types.find(({ id, identifier }) => identifier === value || id === value.toLowerCase()) ?? null
    );
  }

  private known(field: string, pointer: string, code: string): Target {
    const target = this.targets.get(field);
    if (target) return target;
    const near = this.nearTo(field);
    const valid = [...this.targets.keys()].filter((name) => !name.startsWith(CUSTOM_PREFIX));
    throw new BindingError(
      code,
      pointer,
      `There is no field "${field}".${near === null ? '' : ` Did you mean ${near}?`} The fields are: ${valid.join(', ')}.`,
    );
  }

  private nearTo(field: string): string | null {
    return new NearNames(this.targets.keys()).find(field);
  }
}

const isFedBy = (unpivot: UnpivotTargets | null, target: Target): boolean =>
  unpivot !== null && [unpivot.name, unpivot.value].some((fed) => targetKey(fed) === targetKey(target));

const CUSTOM_PREFIX = 'field.';

/** Without the plain names of the fields that the type does not have; `field.<key>` names any field. */
function namesOfType(targets: ReadonlyMap<string, Target>, { fields }: RecordType): Map<string, Target> {
  const keys = new Set(fields.map(({ key }) => key));
  return new Map(
    [...targets].filter(
      ([name, target]) => target.scope === 'core' || name.startsWith(CUSTOM_PREFIX) || keys.has(target.name),
    ),
  );
}
