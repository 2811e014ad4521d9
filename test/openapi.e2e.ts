import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { OpenAPIObject } from '@nestjs/swagger';
import { PROBLEMS } from '../src/http/problem/problem-codes';
import { startTestApp, type TestApp } from './support/test-app';

const run = promisify(execFile);
const REDOCLY = join(dirname(createRequire(__filename).resolve('@redocly/cli/package.json')), 'bin/cli.js');
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

  it('passes the recommended rules of Redocly without a warning', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'almagest-openapi-'));
    try {
      await writeFile(join(folder, 'openapi.json'), JSON.stringify(document));
      const { stdout, stderr } = await run(
        process.execPath,
        [REDOCLY, 'lint', 'openapi.json', '--extends=recommended', '--format=json'],
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
