import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { Document, Operation } from './document';
import type { FuzzAnswer } from './send-request';

const ROOT = 'openapi';
/** Our own format, beside those that JSON schema knows: the canonical form of a number. */
const DECIMAL = /^-?(0|[1-9]\d*)(\.\d+)?$/;

/**
 * Compares answers with what the document publishes for their status. Stricter than it: a property
 * it does not name is an issue.
 */
export class AnswerChecker {
  private readonly ajv = new Ajv({ strictTypes: false, formats: { decimal: DECIMAL, binary: true } });
  private readonly compiled = new Map<object, ValidateFunction>();

  constructor(document: Document) {
    addFormats(this.ajv);
    this.ajv.addKeyword('components');
    const { schemas } = document.components;
    this.ajv.addSchema({ $id: ROOT, components: { schemas: toJsonSchema(schemas) as object } });
  }

  /** What is wrong with the answer to an operation; null when nothing is. */
  issueOf({ responses }: Operation, { status, type, text, headers }: FuzzAnswer): string | null {
    if (status >= 500) return `${status}: ${text.slice(0, 300)}`;
    if (headers['x-request-id'] === undefined) return `${status} without X-Request-Id`;
    const response = responses[String(status)];
    if (response === undefined) return `${status} is not documented: ${text.slice(0, 300)}`;
    const { content } = response;
    if (content === undefined) return text === '' ? null : `${status} should have no body`;
    const media = content[type];
    if (media === undefined) return `${status} came as ${type}, not ${Object.keys(content).join(' or ')}`;
    return media.schema === undefined || !/\bjson$/.test(type) || isFile(media.schema)
      ? null
      : this.issueOfJson(status, media.schema, text);
  }

  private issueOfJson(status: number, schema: object, text: string): string | null {
    const validate = this.compiled.get(schema) ?? this.ajv.compile(toJsonSchema(schema) as object);
    this.compiled.set(schema, validate);
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      return `${status} is not JSON: ${text.slice(0, 300)}`;
    }
    if (validate(value)) return null;
    const [{ instancePath, message = '', params } = { instancePath: '', params: {} }] = validate.errors ?? [];
    return `${status} at ${instancePath}: ${message} ${JSON.stringify(params)} in ${text.slice(0, 600)}`;
  }
}

const isFile = (schema: { type?: string }): boolean => schema.type === 'string';

/**
 * A schema of OpenAPI 3.0 as the JSON schema that says the same, and that no object has properties
 * it does not name.
 */
function toJsonSchema(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toJsonSchema);
  if (typeof value !== 'object' || value === null) return value;
  const { nullable, ...rest } = value as Record<string, unknown>;
  const entries = Object.entries(rest)
    .filter(([key]) => key !== 'example')
    .map(([key, member]): [string, unknown] => [
      key,
      key === '$ref' && typeof member === 'string' ? member.replace(/^#/, `${ROOT}#`) : toJsonSchema(member),
    ]);
  const schema = Object.fromEntries(entries);
  if (rest['type'] === 'object' && isObject(rest['properties']) && rest['additionalProperties'] === undefined)
    schema['additionalProperties'] = false;
  return nullable === true ? { anyOf: [schema, { type: 'null' }] } : schema;
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;
