import { jsonPointer } from '../../formats/json/json-pointer';
import type { DataType, RecordType } from '../record-type';
import type { ResourceRegistry } from '../registry';
import type { ResourceDescription } from '../resource';
import { NearNames } from './near-names';
import { BindingError } from './target';

/** The field of the referenced resource by which the cells of a reference are looked up (docs/contract.md 2.6). */
export interface ReferenceMatch {
  /** The reference field. */
  readonly name: string;
  readonly scope: 'core' | 'custom';
  /** The field, or the key of the custom field. */
  readonly field: string;
  /** Of a custom field. */
  readonly dataType: DataType | null;
}

/** The fields that `match` names, by the reference field; the types of the referenced resource are read by them. */
export type MatchOption = Readonly<Record<string, string>>;

const CUSTOM_PREFIX = 'field.';

/**
 * Reads `match`. `typesOf`: types of the referenced resource, at least those that have the named field. Throws a BindingError
 * with the pointer `/match/<reference field>`.
 */
export function readReferenceMatches(
  registry: ResourceRegistry,
  resource: ResourceDescription,
  match: MatchOption,
  typesOf: (target: ResourceDescription) => readonly RecordType[],
): ReferenceMatch[] {
  return Object.entries(match).flatMap(([name, field]) => {
    const target = referenced(registry, resource, name);
    if (field === target.identifiedBy || field === 'id') return [];
    return [{ name, ...fieldOfTarget(target, typesOf(target), name, field) }];
  });
}

/** The resource that a reference field names. Throws a BindingError for a field that is no reference. */
export function referenced(
  registry: ResourceRegistry,
  { fields }: ResourceDescription,
  name: string,
): ResourceDescription {
  const target = fields.get(name)?.target;
  if (target) return registry.get(target);
  const references = [...fields].flatMap(([field, one]) => (one.target === null ? [] : [field]));
  throw refuse(name, `"${name}" is no reference. The references are: ${references.join(', ')}.`);
}

function fieldOfTarget(
  target: ResourceDescription,
  types: readonly RecordType[],
  name: string,
  field: string,
): Omit<ReferenceMatch, 'name'> {
  if (target.fields.has(field)) return { scope: 'core', field, dataType: null };
  const key = field.startsWith(CUSTOM_PREFIX) ? field.slice(CUSTOM_PREFIX.length) : field;
  const custom = types.flatMap(({ fields }) => fields);
  const found = custom.find((one) => one.key === key);
  if (found) return { scope: 'custom', field: key, dataType: found.dataType };
  const known = [...target.fields.keys(), ...new Set(custom.map((one) => one.key))];
  const near = new NearNames(known).find(field);
  throw refuse(
    name,
    `${target.title} have no field "${field}".${near === null ? '' : ` Did you mean ${near}?`} Their fields are: ${known.join(', ')}.`,
  );
}

const refuse = (name: string, message: string): BindingError =>
  new BindingError('invalid_match', jsonPointer('match', name), message);
