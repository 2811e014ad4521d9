import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsOptional, IsString, Matches, ValidateNested } from 'class-validator';
import { Public, Requires } from '../src/auth/decorators';
import type { JsonValue } from '../src/formats/json/json-value';
import { BodyLimit } from '../src/http/body/json-body.interceptor';
import { Database } from '../src/database/database';
import { Draining } from '../src/health/draining';
import { BlobStorage } from '../src/storage/blob-storage';
import { startTestApp, type TestApp } from './support/test-app';

class FieldDto {
  @Matches(/^[a-z]+$/)
  field_key!: string;
}

class TypeDto {
  @IsString()
  name!: string;

  @IsOptional()
  @ValidateNested({ each: true })
  @Type(() => FieldDto)
  fields?: FieldDto[];
}

class SearchQuery {
  @IsOptional()
  @IsString()
  q?: string;
}

@Controller('echo')
class EchoController {
  constructor(private readonly database: Database) {}

  @Post('json')
  @Public()
  json(@Body() body: JsonValue): object {
    return { body };
  }

  @Post('large')
  @Public()
  @BodyLimit(1_000_000)
  large(@Body() body: JsonValue): object {
    return { length: JSON.stringify(body).length };
  }

  @Post('dto')
  @Public()
  dto(@Body() body: TypeDto): object {
    return { body };
  }

  @Get('search')
  @Public()
  search(@Query() query: SearchQuery): object {
    return { q: query.q ?? null };
  }

  @Get('cast')
  @Public()
  cast(@Query() { q }: SearchQuery): Promise<object[]> {
    return this.database.query('SELECT $1::uuid AS id', [q ?? '']);
  }

  @Get('secret')
  @Public()
  fail(): never {
    throw new Error('SELECT secret FROM /etc/passwd');
  }

  @Post('members-only')
  @Requires('viewer')
  membersOnly(@Body() body: JsonValue): object {
    return { body };
  }
}

describe('http', () => {
  let app: TestApp;
  const post = (path: string, body: string, type = 'application/json') =>
    app.http.post(path).set('Content-Type', type).send(body);

  beforeAll(async () => {
    app = await startTestApp({ ROLE: 'api' }, { controllers: [EchoController] });
  });

  afterAll(() => app.stop());

  describe('a JSON body', () => {
    it('comes back digit for digit, keys that mean something to JavaScript included', async () => {
      const text = '{"a":1.10,"b":0.1234567890123456789,"c":[1e5,-0],"__proto__":{"x":1},"constructor":"y"}';
      const { status, text: answered } = await post('/echo/json', text);
      expect([status, answered]).toEqual([201, `{"body":${text}}`]);
    });

    it('counts as {} when it is absent', async () => {
      expect((await app.http.post('/echo/json')).body).toEqual({ body: {} });
    });

    it.each([
      ['that breaks off', '{"a":'],
      ['with a repeated key', '{"a":1,"a":2}'],
      ['with NUL', '{"a":"\\u0000"}'],
      ['with half a surrogate pair', '{"a":"\\ud800"}'],
      ['that is too deep', '['.repeat(100_000)],
    ])('%s is refused with 400, and the detail says where', async (_name, text) => {
      const { status, body } = await post('/echo/json', text);
      expect([status, body.code]).toEqual([400, 'invalid_json']);
      expect(body.detail).toMatch(/^Character \d+: /);
    });

    it('is refused when it is not UTF-8', async () => {
      const headers = { 'Content-Type': 'application/json' };
      const body = Buffer.from([0x22, 0xff, 0x22]);
      const answer = await fetch(`${app.url}/echo/json`, { method: 'POST', headers, body });
      expect([answer.status, await answer.json()]).toMatchObject([400, { code: 'invalid_json' }]);
    });

    it.each([
      'text/plain',
      'application/xml',
      'application/json; charset=latin1',
      'multipart/form-data; boundary=x',
      '',
    ])('is refused as %j with 415', async (type) => {
      const { status, body } = await post('/echo/json', '{}', type);
      expect([status, body.code]).toEqual([415, 'unsupported_media_type']);
    });

    it('is refused with 415 when it is compressed', async () => {
      const { status, body } = await app.http
        .post('/echo/json')
        .set({ 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' })
        .send('{}');
      expect([status, body.code]).toEqual([415, 'unsupported_media_type']);
    });

    it('may have 256 KiB and not one byte more, unless the route says so', async () => {
      const text = (bytes: number) => `"${'x'.repeat(bytes - 2)}"`;
      expect((await post('/echo/json', text(262_144))).status).toBe(201);
      const { status, body } = await post('/echo/json', text(262_145));
      expect([status, body.code]).toEqual([413, 'body_too_large']);
      expect((await post('/echo/large', text(1_000_000))).status).toBe(201);
      expect((await post('/echo/large', text(1_000_001))).status).toBe(413);
    });

    it('is counted while it streams in without a length', async () => {
      const status = await new Promise<number | undefined>((resolve, reject) => {
        const headers = { 'Content-Type': 'application/json', 'Transfer-Encoding': 'chunked' };
        const sent = httpRequest(`${app.url}/echo/json`, { method: 'POST', headers }, (answer) => {
          answer.resume();
          answer.on('end', () => resolve(answer.statusCode));
        });
        sent.on('error', reject);
        for (let at = 0; at < 10; at++) sent.write('x'.repeat(65_536));
        sent.end();
      });
      expect(status).toBe(413);
    });

    it('is not read before the token is known', async () => {
      const answer = await new Promise<string>((resolve, reject) => {
        const socket = connect(Number(new URL(app.url).port), '127.0.0.1');
        socket.setEncoding('utf8').on('error', reject);
        socket.on('data', (text: string) => {
          socket.destroy();
          resolve(text);
        });
        socket.write(
          'POST /echo/members-only HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{',
        );
      });
      expect(answer).toMatch(/^HTTP\/1\.1 401 /);
    });
  });

  describe('a body of declared fields', () => {
    it('is refused with a pointer to each thing that is wrong', async () => {
      const { status, body } = await post(
        '/echo/dto',
        '{"name":1.10,"fields":[{"field_key":"A"},{"field_key":"b","x":1}],"nam":"b"}',
      );
      expect([status, body.code]).toEqual([400, 'invalid_request']);
      const errors = (body.errors as { pointer: string; code: string }[]).map(({ pointer, code }) => [
        pointer,
        code,
      ]);
      expect(errors.sort()).toEqual([
        ['/fields/0/field_key', 'invalid_value'],
        ['/fields/1/x', 'unknown_property'],
        ['/nam', 'unknown_property'],
        ['/name', 'invalid_value'],
      ]);
    });

    it('says that a field is missing when it is', async () => {
      const { body } = await post('/echo/dto', '');
      expect(body.errors).toEqual([{ pointer: '/name', code: 'required', message: '"name" is required.' }]);
    });

    it.each([
      '[]',
      '5',
      '1.10',
      'null',
      '"x"',
      '{"name":{"constructor":"x"}}',
      '{"name":"a","__proto__":{}}',
      '{"name":"a","fields":{"then":1}}',
      '{"name":"a","fields":[5,null]}',
    ])('is refused and never breaks anything: %s', async (text) => {
      const { status, body } = await post('/echo/dto', text);
      expect([status, body.code]).toEqual([400, 'invalid_request']);
    });
  });

  describe('a query', () => {
    it('is read', async () => {
      expect((await app.http.get('/echo/search?q=a%20b')).body).toEqual({ q: 'a b' });
    });

    it.each(['?p=1', '?q=1&q=2', '?q=%00', '?__proto__=1', '?q[a]=1', '?constructor=x'])(
      'is refused: %s',
      async (query) => {
        const { status, body } = await app.http.get(`/echo/search${query}`);
        expect([status, body.code]).toEqual([400, 'invalid_request']);
        expect(body.errors[0].pointer).toMatch(/^\?/);
      },
    );

    it('is refused where the route takes none', async () => {
      expect((await app.http.get('/health/live?x=1')).status).toBe(400);
    });

    it('that Postgres cannot read is a 400 and not a 500', async () => {
      expect((await app.http.get('/echo/cast?q=nonsense')).status).toBe(400);
    });
  });

  describe('an answer', () => {
    it('is whole whatever conditions a request brings: it has no validator that they could be about', async () => {
      for (const [name, value] of [
        ['If-None-Match', '*'],
        ['If-Modified-Since', 'Fri, 01 Jan 2100 00:00:00 GMT'],
      ] as const) {
        const { status, body } = await app.http.get('/health/live').set(name, value);
        expect([name, status]).toEqual([name, 200]);
        expect(body).toEqual({ status: 'ok' });
      }
    });
  });

  it('treats a browser that opens a path of the API like any other client', async () => {
    const { status, body } = await app.http.get('/health/live').set('Accept', 'text/html,*/*;q=0.8');
    expect([status, body]).toEqual([200, { status: 'ok' }]);
  });

  describe('what is wrong', () => {
    it('is a problem with the id of the request, which is also in the header', async () => {
      const { body, headers } = await app.http.get('/nothing/here?x=1').set('X-Request-Id', 'my-request-1');
      expect(body).toEqual({
        type: '/docs/problems#not_found',
        title: 'Not found',
        status: 404,
        detail: 'Nothing was found at this path. Check the path, the id and the workspace.',
        instance: '/nothing/here',
        code: 'not_found',
        request_id: 'my-request-1',
        errors: [],
      });
      expect(headers['x-request-id']).toBe('my-request-1');
      expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
    });

    it.each([
      ['/nothing/{id}', '/nothing/%7Bid%7D'],
      ['/nothing/"<>\\^`|', '/nothing/%22%3C%3E%5C%5E%60%7C'],
      ['/nothing/[a]', '/nothing/%5Ba%5D'],
      ['/nothing/%', '/nothing/%25'],
      ['/nothing/%4', '/nothing/%254'],
      ['/nothing/a%20b;c=1,2', '/nothing/a%20b;c=1,2'],
    ])('names the path %s as a URI reference may: %s', async (path, instance) => {
      const { hostname, port } = new URL(app.url);
      const text = await new Promise<string>((resolve, reject) => {
        httpRequest({ hostname, port, path, agent: false }, (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () => resolve(Buffer.concat(chunks).toString()));
        })
          .on('error', reject)
          .end();
      });
      expect(JSON.parse(text)).toMatchObject({ instance });
    });

    it('names the methods that a path has', async () => {
      const { status, body, headers } = await app.http.put('/v1/workspaces/default/memberships/robots');
      expect([status, body.code, headers['allow']]).toEqual([405, 'method_not_allowed', 'GET, HEAD, POST']);
    });

    it('discloses nothing of what failed inside', async () => {
      const { status, text } = await app.http.get('/echo/secret');
      expect(status).toBe(500);
      expect(text).not.toMatch(/passwd|SELECT|\.ts/);
    });

    it.each(['/%FF', '/v1/workspaces/%E0%A4%A', '/v1/workspaces/%C0%80/memberships/robots'])(
      'is a problem for the malformed path %s',
      async (path) => {
        const { status, headers } = await app.http.get(path);
        expect(status).toBeGreaterThanOrEqual(400);
        expect(status).toBeLessThan(500);
        expect(headers['content-type']).toMatch('application/problem+json');
      },
    );
  });

  describe('what is served to everybody', () => {
    it('is a start page with links that work', async () => {
      const { body } = await app.http.get('/');
      expect(body).toMatchObject({ name: 'Almagest', version: expect.any(String) });
      for (const link of [body.docs, body.openapi, body.health])
        expect((await app.http.get(link)).status).toBe(200);
    });

    it('is a documentation page that asks no other host', async () => {
      const page = await app.http.get('/docs');
      expect(page.status).toBe(200);
      const script = await app.http.get('/docs/swagger-ui-init.js');
      expect(script.text).toContain('"validatorUrl": null');
      expect(page.text.match(/(?:src|href)="https?:/g)).toBeNull();
      expect(page.headers['content-security-policy']).not.toMatch('https:');
      expect(page.headers['strict-transport-security']).toBeUndefined();
    });

    it('describes every problem where its type points to', async () => {
      const { text } = await app.http.get('/docs/problems');
      expect(text).toContain('id="idempotency_key_reused"');
    });

    it('is health', async () => {
      expect((await app.http.get('/health/live')).body).toEqual({ status: 'ok' });
      const ready = await app.http.get('/health/ready');
      expect([ready.status, ready.body]).toEqual([
        200,
        { status: 'ok', database: 'up', storage: 'up', redis: 'up' },
      ]);
    });

    it('is metrics that name no workspace', async () => {
      await app.http.get('/v1/workspaces/default').set('Authorization', `Bearer ${app.token}`);
      const { text, headers } = await app.http.get('/metrics');
      expect(headers['content-type']).toMatch('text/plain');
      expect(text).toContain(
        'almagest_http_requests_total{method="GET",route="/v1/workspaces/:workspaceId",status="200"} 1',
      );
      expect(text).toContain('process_cpu_seconds_total');
      expect(text).not.toMatch(/route="[^"]*default/);
    });
  });
});

describe('readiness', () => {
  it('is 200 without Redis, which it reports', async () => {
    const app = await startTestApp({ ROLE: 'api', REDIS_URL: 'redis://127.0.0.1:1' });
    try {
      const { status, body } = await app.http.get('/health/ready');
      expect([status, body.redis, body.status]).toEqual([200, 'down', 'ok']);
    } finally {
      await app.stop();
    }
  });

  it('is 503 without storage, without Postgres and while the process drains, and says which', async () => {
    const app = await startTestApp({ ROLE: 'api' });
    const ready = async () => {
      const { status, body } = await app.http.get('/health/ready');
      return [status, body.status, body.storage, body.database];
    };
    try {
      const storage = jest.spyOn(app.app.get(BlobStorage), 'check').mockRejectedValue(new Error('read-only'));
      expect(await ready()).toEqual([503, 'unavailable', 'down', 'up']);
      storage.mockRestore();
      const database = jest.spyOn(Database.prototype, 'query').mockRejectedValue(new Error('gone'));
      expect(await ready()).toEqual([503, 'unavailable', 'up', 'down']);
      database.mockRestore();
      app.app.get(Draining).onModuleDestroy();
      expect(await ready()).toEqual([503, 'draining', 'up', 'up']);
    } finally {
      await app.stop();
    }
  });
});
