/** The part of JSON Schema (OpenAPI 3.0) that descriptions produce. */
export interface JsonSchema {
  /** Name among the schemas of the document: a schema with a title is written once, and referenced everywhere else. */
  title?: string;
  type?: 'string' | 'object' | 'array' | 'boolean' | 'integer' | 'number';
  format?: string;
  description?: string;
  example?: unknown;
  nullable?: boolean;
  pattern?: string;
  maxLength?: number;
  enum?: string[];
  items?: JsonSchema;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean | JsonSchema;
  oneOf?: JsonSchema[];
  $ref?: string;
}

/** The same schema, null allowed. OpenAPI 3.0 knows `nullable` only beside a `type`, so of alternatives the first takes it. */
export function orNull(schema: JsonSchema): JsonSchema {
  const [first, ...others] = schema.oneOf ?? [];
  return first ? { ...schema, oneOf: [orNull(first), ...others] } : { ...schema, nullable: true };
}
