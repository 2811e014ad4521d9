import type { JsonSchema } from './json-schema';

/** The same schema, null allowed. OpenAPI 3.0 knows `nullable` only beside a `type`, so of alternatives the first takes it. */
export function orNull(schema: JsonSchema): JsonSchema {
  const [first, ...others] = schema.oneOf ?? [];
  return first ? { ...schema, oneOf: [orNull(first), ...others] } : { ...schema, nullable: true };
}
