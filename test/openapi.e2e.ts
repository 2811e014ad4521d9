import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { OpenAPIObject } from '@nestjs/swagger';
import { PROBLEMS } from '../src/http/problem/problem-codes';
import { startTestApp, type TestApp } from './support/test-app';

const run = promisify(execFile);
const REDOCLY = join(dirname(createRequire(__filename).resolve('@redocly/cli/package.json')), 'bin/cli.js');
/**
 * `/imports/templates/{resource_type}` and `/imports/{id}/events` could only mix up an import whose
 * id is "templates".
 */
const AMBIGUOUS = '--skip-rule=no-ambiguous-paths';
const OFFLINE = { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };

describe('the OpenAPI document', () => {
  let app: TestApp;
  let document: OpenAPIObject;

  beforeAll(async () => {
    app = await startTestApp({ ROLE: 'api' });
    document = (await app.http.get('/openapi.json')).body as OpenAPIObject;
  });

  afterAll(() => app.stop());

  const operations = () =>
    Object.entries(document.paths).flatMap(([path, item]) =>
      Object.values(item as Record<string, NonNullable<typeof item.get>>).map((operation) => ({
        path,
        operation,
      })),
    );

  it('passes the recommended rules of Redocly without a warning, but for paths that the contract fixes', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'almagest-openapi-'));
    try {
      await writeFile(join(folder, 'openapi.json'), JSON.stringify(document));
      const { stdout, stderr } = await run(
        process.execPath,
        [REDOCLY, 'lint', 'openapi.json', '--extends=recommended', AMBIGUOUS, '--format=json'],
        { cwd: folder, env: { ...process.env, ...OFFLINE } },
      ).catch((error: { stdout: string; stderr: string }) => error);
      const { problems } = JSON.parse(stdout || '{}') as { problems?: object[] };
      expect({ problems, stderr: problems === undefined ? stderr : '' }).toEqual({
        problems: [],
        stderr: '',
      });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('is the committed docs/openapi.json; if not, run npm run docs:openapi', async () => {
    const committed = JSON.parse(await readFile(join(__dirname, '../docs/openapi.json'), 'utf8')) as object;
    const { version } = document.info;
    expect({ ...committed, info: { ...(committed as OpenAPIObject).info, version } }).toEqual(document);
  });

  it('says in words what each operation, parameter and property is, with an example where one helps', () => {
    const bare: string[] = [];
    for (const { operation } of operations()) {
      const name = operation.operationId ?? '';
      if (!operation.summary) bare.push(`${name} has no summary`);
      for (const parameter of operation.parameters ?? []) {
        if ('name' in parameter && !parameter.description) bare.push(`${name} ?${parameter.name}`);
      }
      for (const schema of schemasOf(operation)) findBare(schema, name, bare);
    }
    for (const [name, schema] of Object.entries(document.components?.schemas ?? {}))
      findBare(schema as Schema, name, bare);
    expect(bare).toEqual([]);
  });

  it('lists every problem code', () => {
    expect(JSON.stringify(document.components?.schemas?.['Problem'])).toContain(
      JSON.stringify(Object.keys(PROBLEMS)),
    );
  });

  it('says of each operation what it needs: a token and a role, or nothing', () => {
    for (const { operation } of operations()) {
      const isPublic = JSON.stringify(operation.security) === '[]';
      expect([
        operation.operationId,
        (operation as { 'x-required-role'?: string })['x-required-role'] !== undefined,
      ]).toEqual([operation.operationId, !isPublic]);
      expect('401' in operation.responses).toBe(!isPublic);
    }
  });

  it('names operations by their controller and method', () => {
    const ids = operations().map(({ operation }) => operation.operationId);
    expect(ids).toEqual(
      expect.arrayContaining(['workspaces_create', 'robots_list', 'tokens_revoke', 'health_ready']),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });
});

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

/** The part of a schema that is looked at. */
interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  description?: string;
  example?: unknown;
  default?: unknown;
  enum?: unknown[];
  allOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
}

/** The schemas of the body and of the answers of an operation. */
function schemasOf({ requestBody, responses }: Operation): Schema[] {
  const contents = [requestBody, ...Object.values(responses)].flatMap((part) =>
    part && 'content' in part ? Object.values(part.content ?? {}) : [],
  );
  return contents.flatMap(({ schema }) => (schema ? [schema as Schema] : []));
}

/** Notes the properties without a description, and the plain values without an example. */
function findBare(schema: Schema, path: string, bare: string[]): void {
  if (schema.items) findBare(schema.items, `${path}[]`, bare);
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const at = `${path}.${name}`;
    const refers = property.$ref !== undefined || property.allOf !== undefined;
    const isPlain = !refers && !['array', 'object'].includes(property.type ?? '');
    if (!refers && !property.description) bare.push(`${at} has no description`);
    if (
      isPlain &&
      property.format !== 'binary' &&
      !property.enum &&
      !('example' in property || 'default' in property)
    )
      bare.push(`${at} has no example`);
    findBare(property, at, bare);
  }
}
