import { text, timestamp, type Field } from './field';
import { referenceKind } from './kinds/reference';

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
