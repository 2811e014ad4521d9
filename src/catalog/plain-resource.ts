import type { Field } from './field';
import type { EntityClass, ResourceDescription } from './resource';
import type { Kind } from './kind';
import { booleanKind } from './kinds/boolean';
import { dateKind } from './kinds/date';
import { decimalKind } from './kinds/decimal';
import { identifierKind } from './kinds/identifier';
import { jsonKind } from './kinds/json';
import { referenceKind } from './kinds/reference';
import { textKind } from './kinds/text';
import { timestampKind } from './kinds/timestamp';

type PlainField = Omit<Field, 'kind'> & { readonly kind: string };

/** A description as data alone, which can be sent to another thread: kinds by their names, and no entity. */
export interface PlainResource extends Omit<ResourceDescription, 'entity' | 'fields'> {
  readonly fields: ReadonlyMap<string, PlainField>;
}

/** Null when the resource has a field of a kind of its own: only the catalog's kinds are known by name. */
export function plainResource(resource: ResourceDescription): PlainResource | null {
  const fields = new Map<string, PlainField>();
  for (const [name, field] of resource.fields) {
    if (KINDS.get(field.kind.name) !== field.kind) return null;
    fields.set(name, { ...field, kind: field.kind.name });
  }
  const plain: Omit<ResourceDescription, 'entity'> & { entity?: EntityClass } = { ...resource };
  delete plain.entity;
  return { ...plain, fields };
}

/** Conformance with the tables is checked at the start, by those who have the entities. */
const NOT_HERE: EntityClass = class {};

/** The description again. */
export function describedResource(plain: PlainResource): ResourceDescription {
  const fields = new Map<string, Field>();
  for (const [name, field] of plain.fields) {
    const kind = KINDS.get(field.kind);
    if (!kind) throw new Error(`There is no kind "${field.kind}".`);
    fields.set(name, { ...field, kind });
  }
  return { ...plain, fields, entity: NOT_HERE };
}

/** The catalog's kinds of values by name. */
const KINDS: ReadonlyMap<string, Kind> = new Map(
  [booleanKind, dateKind, decimalKind, identifierKind, jsonKind, referenceKind, textKind, timestampKind].map(
    (kind) => [kind.name, kind],
  ),
);
