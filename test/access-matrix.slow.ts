import { type Aim } from './support/access-matrix/aim-at';
import { type Cell, cellsOf, type Workspaces } from './support/access-matrix/cells';
import { expectStatus } from './support/access-matrix/expect-status';
import { listRoutes, mountedOnlyAt, nameOf, type Route } from './support/access-matrix/list-routes';
import { ownersOf } from './support/access-matrix/owners';
import { makePrincipals, type Principal } from './support/access-matrix/principals';
import { SeededWorkspace } from './support/access-matrix/seeded-workspace';
import { startTestApp, type TestApp } from './support/test-app';

jest.setTimeout(600_000);

/** Appear in every text of the one workspace and of the other one. */
const MARKS = { own: 'Qzownmark', other: 'Qzothermark' };
/** What is served beside the controllers, to everybody: the documentation. */
const DOCUMENTATION = /^GET \/(docs(\/.*)?|openapi\.json)$/;

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
}

describe('the access matrix of every route', () => {
  let app: TestApp;
  let workspaces: Workspaces;
  let principals: Principal[];
  let routes: Route[];
  let cells = 0;
  /**
   * Answers in which the mark of a workspace was seen, by those who may: without them its absence
   * elsewhere would mean nothing.
   */
  let shown = 0;

  beforeAll(async () => {
    app = await startTestApp({
      RATE_PER_SECOND: '1000000',
      INVALID_TOKENS_PER_MINUTE: '1000000',
      QUEUED_JOBS: '1000000',
    });
    const [own, other] = await Promise.all([
      SeededWorkspace.create(app, 'matrix-own', MARKS.own),
      SeededWorkspace.create(app, 'matrix-other', MARKS.other),
    ]);
    workspaces = { own, other };
    principals = await makePrincipals(app, own.client, other.client);
    routes = listRoutes(app.app);
  });
  afterAll(() => app.stop());

  const inWorkspace = (): Route[] => routes.filter(({ path }) => path.includes('/:workspaceId'));

  it('has no route that does not declare its access, but for the documentation', () => {
    const undeclared = routes.filter(({ access }) => access === undefined).map(nameOf);
    expect(undeclared.filter((name) => !DOCUMENTATION.test(name))).toEqual([]);
    expect(routes.length).toBeGreaterThan(130);
    expect(new Set(routes.map(({ access }) => access))).toEqual(
      new Set(['public', 'operator', 'viewer', 'member', 'editor', 'admin', undefined]),
    );
  });

  it('covers what the OpenAPI document lists; what it does not list is public', async () => {
    const { paths } = (await app.http.get('/openapi.json')).body as { paths: Record<string, object> };
    const documented = Object.entries(paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
    );
    const declared = new Map(routes.map((route) => [nameOf(route), route.access]));
    expect(documented.filter((name) => declared.get(name) === undefined)).toEqual([]);
    const others = [...declared].filter(
      ([name, access]) => access !== undefined && !documented.includes(name),
    );
    expect(others.filter(([, access]) => access !== 'public')).toEqual([]);
  });

  it('gives each principal for each owner the one right status, and shows no byte of another workspace', async () => {
    const { own, other } = workspaces;
    const secrets = { own: await own.secrets(), other: await other.secrets() };
    for (const route of inWorkspace()) {
      const notFound = new Map<string, string>();
      const answers: [Cell, number][] = [];
      for (const batch of batches(await cellsOf(route, principals, workspaces))) {
        await Promise.all(
          batch.map(async (cell) => {
            const aim = await cell.aim();
            const path = pathOf(route, cell, aim, workspaces);
            const answer = await call(app, route.method, path, cell.principal, aim.body);
            answers.push([cell, answer.status]);
            const whole = labelsOf(answer, path);
            const reached = cell.principal.home === 'own' ? 'other' : 'own';
            if (cell.principal.home !== 'every')
              expect([cell.principal.name, leaked(whole, secrets[reached])]).toEqual([
                cell.principal.name,
                [],
              ]);
            if (cell.status < 300 && leaked(whole, [MARKS.own, MARKS.other]).length > 0) shown++;
            if (cell.status >= 400) expect(leaked(whole, [...secrets.own, ...secrets.other])).toEqual([]);
            if (cell.status === 404) notFound.set(whole, `${cell.principal.name}: ${cell.owner.name}`);
          }),
        );
      }
      cells += answers.length;
      expect(wrong(route, answers)).toEqual([]);
      // What is another's, what is nobody's and what no id can be: they do not differ in one byte.
      // A resource type is no record of a workspace: its 404 says why there is no template.
      const isTemplate = route.path.endsWith('/templates/:resource_type');
      expect([nameOf(route), ...notFound.keys()].slice(0, isTemplate ? 2 : undefined)).toEqual([
        nameOf(route),
        expect.any(String),
      ]);
      expect(notFound.size).toBeLessThanOrEqual(isTemplate ? 2 : 1);
    }
  });

  it('lets only the operator make workspaces, and everybody read what is public', async () => {
    const [owner] = ownersOf(0, false);
    if (owner === undefined) throw new Error('There is no owner.');
    for (const route of routes.filter(({ path }) => !path.includes(':workspaceId'))) {
      if (route.access === undefined) continue;
      for (const principal of principals) {
        const body = route.method === 'POST' ? { slug: `made-${++cells}`, name: 'Made' } : undefined;
        const { status } = await call(app, route.method, route.path, principal, body);
        const expected = expectStatus(route, principal, owner, route.method === 'POST' ? 201 : 200);
        expect([nameOf(route), principal.name, status]).toEqual([nameOf(route), principal.name, expected]);
        if (body === undefined) cells++;
      }
    }
  });

  it('mounts nothing beside its routes but the documentation and the board of the queues, which no token opens', async () => {
    const board = ['/admin/queues', '/admin/queues/api/queues', '/admin/queues/nothing'];
    expect(mountedOnlyAt(app.app, [...board, '/docs', '/'])).toBe(true);
    for (const path of board) {
      for (const method of ['GET', 'PUT', 'POST', 'DELETE']) {
        for (const principal of principals) {
          const { status } = await call(app, method, path, principal);
          expect([method, path, principal.name, status]).toEqual([method, path, principal.name, 401]);
          cells++;
        }
      }
    }
  });

  it('names no type of another workspace in a template', async () => {
    const template = (type: string) =>
      `/v1/workspaces/${workspaces.own.id}/imports/templates/instruments?type_id=${type}`;
    const { data } = await workspaces.other.client.get<{ data: { id: string }[] }>('/instrument-types');
    const viewer = principals.find(({ name }) => name === 'viewer');
    if (viewer === undefined) throw new Error('There is no viewer.');
    const foreign = await call(app, 'GET', template(data[0]?.id ?? ''), viewer);
    const absent = await call(app, 'GET', template('no-such-type'), viewer);
    expect([foreign.status, absent.status]).toEqual([404, 404]);
    expect(labelsOf(foreign, '')).toBe(labelsOf(absent, ''));
  });

  it('counts its cells', () => {
    expect(shown).toBeGreaterThan(400);
    expect(cells).toBeGreaterThan(principals.length * routes.length * 4);
    process.stdout.write(
      `access matrix: ${cells.toLocaleString('en')} cells (${routes.length} routes, ${principals.length} principals)\n`,
    );
  });
});

/**
 * Small enough for the pool of the application; the last cells of a route depend on the ones
 * before.
 */
function* batches(cells: readonly Cell[]): Generator<readonly Cell[]> {
  const last = cells.length - 1;
  for (let at = 0; at < last; at += 8) yield cells.slice(at, Math.min(at + 8, last));
  yield cells.slice(last);
}

function pathOf({ path }: Route, { owner }: Cell, { params }: Aim, { own, other }: Workspaces): string {
  const workspace = { own: own.id, other: other.id, nobody: owner.workspaceText ?? '' }[owner.workspace];
  return path
    .replace(':workspaceId', workspace)
    .replaceAll(/:(\w+)/g, (_, name: string) => params[name] ?? '');
}

async function call(
  app: TestApp,
  method: string,
  path: string,
  { authorization }: Principal,
  body?: object | FormData,
): Promise<Answer> {
  const isForm = body instanceof FormData;
  const response = await fetch(`${app.url}${path}`, {
    method,
    headers: {
      ...(authorization !== null && { Authorization: authorization }),
      ...(body !== undefined && !isForm && { 'Content-Type': 'application/json' }),
    },
    ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
  });
  return { status: response.status, text: await response.text(), headers: response.headers };
}

/**
 * All of an answer, headers too, without what differs between requests: its id, its moment
 * and the path it came by.
 */
function labelsOf({ text, headers }: Answer, path: string): string {
  const kept = [...headers].filter(([name]) => !['x-request-id', 'date', 'content-length'].includes(name));
  const body = text
    .replace(/"request_id":"[^"]*"/, '"request_id":""')
    .replace(/"instance":"[^"]*"/, '"instance":""');
  return JSON.stringify([kept, path === '' ? body : body.replaceAll(path, '')]);
}

const leaked = (words: string, secrets: readonly string[]): string[] =>
  secrets.filter((secret) => words.toLowerCase().includes(secret.toLowerCase()));

const wrong = (route: Route, answers: readonly [Cell, number][]): string[] =>
  answers
    .filter(([{ status }, answered]) => status !== answered)
    .map(
      ([{ principal, owner, status }, answered]) =>
        `${nameOf(route)} by ${principal.name}, ${owner.name}: ${answered}, not ${status}`,
    );
