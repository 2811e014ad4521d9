import { randomUUID } from 'node:crypto';
import { ROLES, type Role } from '../../../src/auth/caller';
import type { ResourceDescription } from '../../../src/catalog/resource';
import { Subject } from './subject';
import { nestCustom } from './sample-values';
import type { Row } from './write-file';

/** One call of a route: what it is, and its status for those who may. */
interface Call {
  readonly method: 'get' | 'post' | 'patch' | 'delete';
  readonly path: string;
  readonly body?: object | undefined;
  readonly least: Role;
  readonly status: number;
}

/**
 * Who may do what with the records of a resource, and that nobody learns of those of another
 * workspace.
 */
export function accessContract(given: () => Subject, resource: ResourceDescription): void {
  it.each(ROLES)('lets a %s do what the role may, and nothing more', async (role) => {
    const subject = given();
    const token = await tokenOf(subject, role);
    for (const call of await callsOf(subject, 20 + 2 * ROLES.indexOf(role))) {
      const allowed = ROLES.indexOf(role) >= ROLES.indexOf(call.least);
      const answer = await send(subject, call, token);
      expect([call.method, call.path, answer.status]).toEqual([
        call.method,
        call.path,
        allowed ? call.status : 403,
      ]);
    }
    expect((await upload(subject, token)).status).toBe(role === 'viewer' ? 403 : 202);
  });

  it('lets nobody in without a token or with one of another workspace', async () => {
    const subject = given();
    const other = await Subject.create(subject.app, subject.resource);
    const foreign = await tokenOf(other, 'admin');
    for (const call of await callsOf(subject, 40)) {
      const statuses = [await send(subject, call, ''), await send(subject, call, foreign)].map(
        ({ status }) => status,
      );
      expect([call.method, call.path, ...statuses]).toEqual([call.method, call.path, 401, 404]);
    }
    expect((await upload(subject, '')).status).toBe(401);
    expect((await upload(subject, foreign)).status).toBe(404);
  });

  it('responds for a record of another workspace as for one that is not there', async () => {
    const subject = given();
    const other = await Subject.create(subject.app, subject.resource);
    const token = await tokenOf(other, 'admin');
    const id = await made(subject, 50);
    for (const { method, path, body } of oneRecord(id)) {
      const call = { method, body, least: 'viewer', status: 404 } as const;
      const foreign = await send(other, { ...call, path: `${subject.path}${path}` }, token);
      const unknown = await send(
        other,
        { ...call, path: `${subject.path}${path.replace(id, randomUUID())}` },
        token,
      );
      expect(foreign.status).toBe(404);
      expect(withoutTrace(foreign.body)).toEqual(withoutTrace(unknown.body));
    }
    expect(await other.client.get(`${subject.path}?archived=all&ids=${id}`)).toMatchObject({ data: [] });
    expect(await other.count({ and: [{ field: 'id', op: 'eq', value: id }] })).toBe(0);
    expect(await other.export('csv', true)).not.toContain(id);
  });

  const references = [...resource.fields].filter(
    ([name, { target }]) => target !== null && name !== resource.parentKey?.directField,
  );
  for (const [name] of references) {
    it(`imports no record whose ${name} is of another workspace`, async () => {
      const subject = given();
      const other = await Subject.create(subject.app, resource);
      const [row = {}] = await subject.rows(1);
      await other.rows(1);
      await subject.import([row]);
      const { data } = await subject.client.get<{ data: Record<string, string>[] }>(subject.path);
      const job = await other.import([{ ...row, [name]: data[0]?.[name] ?? '' }]);
      expect(job).toMatchObject({ status: 'failed', created_count: 0 });
      expect(job.errors).toMatchObject([{ row: 1, column: name, code: 'reference_not_found' }]);
    });
  }
}

async function callsOf(subject: Subject, n: number): Promise<Call[]> {
  const { path, resource } = subject;
  const id = await made(subject, n);
  const [added = {}] = await subject.rows(n + 1);
  const filter = { filter: {} };
  const hard = resource.hardDelete ? 204 : 422;
  return [
    { method: 'get', path, least: 'viewer', status: 200 },
    { method: 'post', path: `${path}/filter`, body: filter, least: 'viewer', status: 200 },
    { method: 'post', path: `${path}/count`, body: filter, least: 'viewer', status: 200 },
    { method: 'get', path: `${path}/${id}`, least: 'viewer', status: 200 },
    { method: 'get', path: `/imports/templates/${resource.name}`, least: 'viewer', status: 200 },
    { method: 'post', path, body: bodyOf(subject, added), least: 'member', status: 201 },
    { method: 'patch', path: `${path}/${id}`, body: {}, least: 'member', status: 200 },
    { method: 'delete', path: `${path}/${id}`, least: 'member', status: 204 },
    { method: 'post', path: `${path}/${id}/restore`, least: 'member', status: 200 },
    { method: 'post', path: '/exports', body: { object_type: resource.name }, least: 'member', status: 202 },
    { method: 'delete', path: `${path}/${id}?hard=true`, least: 'member', status: hard },
  ];
}

function oneRecord(id: string): Pick<Call, 'method' | 'path' | 'body'>[] {
  return [
    { method: 'get', path: `/${id}` },
    { method: 'patch', path: `/${id}`, body: {} },
    { method: 'delete', path: `/${id}` },
    { method: 'post', path: `/${id}/restore` },
  ];
}

/** Creates sample record `n` and returns its id. */
async function made(subject: Subject, n: number): Promise<string> {
  const [row = {}] = await subject.rows(n);
  const { id } = await subject.client.post<{ id: string }>(subject.path, bodyOf(subject, row));
  return id;
}

/** A row as the body that creates it: JSON native, custom fields nested. */
function bodyOf({ resource }: Subject, row: Row): object {
  const core: Record<string, unknown> = {};
  const custom: Record<string, string> = {};
  for (const [column, text] of Object.entries(row)) {
    if (column.startsWith('field.')) custom[column.slice('field.'.length)] = text;
    else core[column] = resource.fields.get(column)?.kind.pgType === 'json' ? JSON.parse(text) : text;
  }
  return resource.customFields
    ? { ...core, [resource.customFields.key]: nestCustom(resource.customFields, custom) }
    : core;
}

async function tokenOf({ client }: Subject, role: Role): Promise<string> {
  const robot = await client.post<{ id: string }>('/memberships/robots', { display_name: role, role });
  return (await client.post<{ token: string }>(`/memberships/robots/${robot.id}/tokens`, {})).token;
}

async function send(
  { app, client }: Subject,
  { method, path, body }: Call,
  token: string,
): Promise<{ status: number; body: Record<string, unknown> }> {
  const request = app.http[method](`/v1/workspaces/${client.workspace}${path}`);
  if (token !== '') request.set('Authorization', `Bearer ${token}`);
  const { status, body: answer } = await (body === undefined ? request : request.send(body));
  return { status, body: answer as Record<string, unknown> };
}

async function upload({ app, client, resource }: Subject, token: string): Promise<{ status: number }> {
  const request = app.http.post(`/v1/workspaces/${client.workspace}/imports`);
  if (token !== '') request.set('Authorization', `Bearer ${token}`);
  const header = Buffer.from(`${resource.naturalKey.join(',')}\n`);
  return request.field('resource_type', resource.name).attach('file', header, 'file.csv');
}

/** A problem without what differs between requests. */
function withoutTrace(problem: Record<string, unknown>): object {
  return { ...problem, request_id: null, instance: null };
}
