import { text, timestamp, type Field } from './field';
import { referenceKind } from './kinds/reference';
import type { ResourceDescription } from './resource';

/** Fields that every record has beside those of its description. */
export const SYSTEM_FIELDS = {
  id: {
    ...text({
      describe: 'The id that Almagest gave the record.',
      example: '0b9f6a3e-53c5-4a53-9f2b-6f2d3a1c8e11',
    }),
    kind: referenceKind,
  },
  archived_at: timestamp({
    describe: 'When the record was archived; null while it is active.',
    example: '2026-01-31T16:00:00Z',
  }),
  created_at: timestamp({ describe: 'When the record was created.', example: '2026-01-02T09:30:00.123456Z' }),
  updated_at: timestamp({
    describe: 'When the record last changed.',
    example: '2026-01-02T09:30:00.123456Z',
  }),
} satisfies Record<string, Field>;

/** Import and export carry this one beside the resource's own fields. */
export const ARCHIVED_AT = 'archived_at';

/** The field `name` of a resource; a name that the description does not have is a mistake of ours. */
export function fieldOf(resource: ResourceDescription, name: string): Field {
  const field = resource.fields.get(name);
  if (!field) throw new Error(`Resource ${resource.name} has no field ${name}.`);
  return field;
}

/** The fields that every record of a resource has beside those of its description. */
export function systemFieldsOf({ archivable }: ResourceDescription): ReadonlyMap<string, Field> {
  return new Map(Object.entries(SYSTEM_FIELDS).filter(([name]) => archivable || name !== ARCHIVED_AT));
}

/** The fields that the body of a PATCH may not give: those that are packed into the id of a record. */
export const immutableFieldNames = ({ packedId, naturalKey }: ResourceDescription): readonly string[] =>
  packedId === null ? [] : naturalKey;

const INSTANTS: readonly string[] = ['timestamptz', 'date'];

/** The field of the natural key that says when: lists of such records take `from` and `to`. Null when there is none. */
export function instantField(resource: ResourceDescription): string | null {
  return resource.naturalKey.find((name) => INSTANTS.includes(fieldOf(resource, name).kind.pgType)) ?? null;
}

/** A second property of responses with the custom fields, under the name that clients of the platform know. */
export const FIELD_SNAPSHOT = 'extra_fields_snapshot';
