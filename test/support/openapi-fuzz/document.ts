/** What is read here of a JSON schema of OpenAPI 3.0. */
export interface Schema {
  readonly type?: string;
  readonly nullable?: boolean;
  readonly enum?: readonly unknown[];
  readonly example?: unknown;
  readonly format?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly $ref?: string;
}

/** One parameter of an operation. */
export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly schema?: Schema;
}

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}

/** One operation, its references resolved but for those within schemas. */
export interface Operation {
  readonly method: string;
  /** As documented: `/v1/workspaces/{workspaceId}`. */
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body: Content;
  readonly responses: Readonly<Record<string, Content>>;
}

interface RawOperation {
  readonly parameters?: readonly (Parameter | Reference)[];
  readonly requestBody?: Content | Reference;
  readonly responses: Readonly<Record<string, Content | Reference>>;
}

interface Reference {
  readonly $ref: string;
}

/** An OpenAPI document, as served. */
export interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, RawOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** Every operation of the document. */
export function operationsOf(document: Document): Operation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, { parameters = [], requestBody = {}, responses }]) => ({
      method: method.toUpperCase(),
      path,
      parameters: parameters.map((parameter) => resolve(document, parameter)),
      body: resolve(document, requestBody),
      responses: Object.fromEntries(
        Object.entries(responses).map(([status, response]) => [status, resolve(document, response)]),
      ),
    })),
  );
}

/**
 * What a `{"$ref": "#/…"}` refers to; anything else is returned unchanged. Throws when it leads
 * nowhere.
 */
export function resolve<T extends object>(document: Document, value: T | Reference): T {
  if (!('$ref' in value) || typeof value.$ref !== 'string') return value as T;
  const found = value.$ref
    .slice(2)
    .split('/')
    .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], document);
  if (typeof found !== 'object' || found === null) throw new Error(`${value.$ref} leads nowhere.`);
  return resolve(document, found as T | Reference);
}
