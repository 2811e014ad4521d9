/** The part of JSON Schema (OpenAPI 3.0) that descriptions produce. */
export interface JsonSchema {
  /** Name among the schemas of the document: a schema that has one stands there once, and everywhere else refers to it. */
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
