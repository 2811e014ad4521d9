import { startTestApp, type TestApp } from './support/test-app';
import { WorkspaceClient } from './support/workspace-client';

jest.setTimeout(120_000);

const KINDS = ['instrument-types', 'market-types', 'series'] as const;

describe.each(KINDS)('the limits of %s', (kind) => {
  let app: TestApp;
  let other: WorkspaceClient;

  beforeAll(async () => {
    app = await startTestApp({ ROLE: 'api', TYPES_PER_WORKSPACE: '4', FIELDS_PER_TYPE: '6' });
    other = await WorkspaceClient.create(app, 'other');
  });
  afterAll(() => app.stop());

  const bodyOf = (identifier: string, fields: object[] = []) => ({
    identifier,
    name: identifier,
    ...(kind === 'series' && { kind: 'composite' }),
    fields,
  });
  const fieldsOf = (count: number) => Array.from({ length: count }, (_, n) => ({ field_key: `f${n}` }));
  const post = async (
    path: string,
    body: object,
  ): Promise<[number, string | undefined, string | undefined]> => {
    const answer = await app.http
      .post(`/v1/workspaces/${app.workspace}/${path}`)
      .set('Authorization', `Bearer ${app.token}`)
      .send(body);
    return [answer.status, answer.body.code, answer.body.errors?.[0]?.pointer];
  };

  it('are those of the fields of one type, given with it or added all at once', async () => {
    expect(await post(kind, bodyOf('wide', fieldsOf(7)))).toEqual([422, 'too_many_fields', '/fields']);
    expect((await post(kind, bodyOf('full', fieldsOf(6))))[0]).toBe(201);
    expect(await post(`${kind}/full/fields`, { field_key: 'one_more' })).toEqual([
      422,
      'too_many_fields',
      '/field_key',
    ]);
    expect((await post(kind, bodyOf('growing', fieldsOf(2))))[0]).toBe(201);
    const added = Array.from({ length: 12 }, (_, n) =>
      post(`${kind}/growing/fields`, { field_key: `g${n}` }),
    );
    const answers = await Promise.all(added);
    expect(answers.filter(([status]) => status === 201)).toHaveLength(4);
    expect(answers.filter(([, code]) => code === 'too_many_fields')).toHaveLength(8);
  });

  it('are those of the types of a workspace, archived ones included, however many are made at once', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, (_, n) => post(kind, bodyOf(`t${n}`))));
    expect(answers.filter(([status]) => status === 201)).toHaveLength(2);
    expect(answers.filter(([, code]) => code === 'too_many_types')).toHaveLength(10);
    const made = answers.findIndex(([status]) => status === 201);
    await app.http
      .delete(`/v1/workspaces/${app.workspace}/${kind}/t${made}`)
      .set('Authorization', `Bearer ${app.token}`)
      .expect(204);
    expect(await post(kind, bodyOf('late'))).toEqual([422, 'too_many_types', undefined]);
    await other.post(`/${kind}`, bodyOf('elsewhere'));
  });
});
