import { startTestApp, type TestApp } from './support/test-app';

jest.setTimeout(60_000);

describe('instruments over HTTP', () => {
  let app: TestApp;
  let other: string;

  beforeAll(async () => {
    app = await startTestApp();
    other = 'elsewhere';
    await app.http
      .post('/v1/workspaces')
      .set(...auth())
      .send({ slug: other, name: 'Elsewhere' })
      .expect(201);
    const fields = [
      { field_key: 'isin', is_required: true },
      { field_key: 'lot', data_type: 'number', default_value: 1.5 },
      { field_key: 'listed', data_type: 'date', allow_null: false },
      { field_key: 'active', data_type: 'boolean' },
    ];
    await send('post', '/instrument-types', { identifier: 'equity', name: 'Equity', fields }).expect(201);
    await send('post', '/instrument-types', { identifier: 'bond', name: 'Bond' }).expect(201);
  });
  afterAll(() => app.stop());

  const auth = (): [string, string] => ['Authorization', `Bearer ${app.token}`];
  const send = (
    method: 'get' | 'post' | 'patch' | 'delete',
    path: string,
    body?: object,
    workspace = app.workspace,
  ) => {
    const request = app.http[method](`/v1/workspaces/${workspace}${path}`).set(...auth());
    return body === undefined ? request : request.send(body);
  };
  const create = (identifier: string, more: object = {}) =>
    send('post', '/instruments', {
      identifier,
      name: `Name of ${identifier}`,
      type_id: 'equity',
      field_values: { isin: 'AU000000BHP4' },
      ...more,
    });
  const codes = (body: { errors: { pointer: string; code: string }[] }): string[] =>
    body.errors.map(({ pointer, code }) => `${pointer} ${code}`);

  it('are created with their custom fields as strings, defaults included, and read by UUID and identifier', async () => {
    const raw =
      '{"identifier":"bhp.ax","name":"BHP","type_id":"equity","extras":{"n":0.12345678901234567890,"b":1},"field_values":{"isin":"AU1","active":true,"lot":1.10}}';
    const { body } = await app.http
      .post(`/v1/workspaces/${app.workspace}/instruments`)
      .set(...auth())
      .set('Content-Type', 'application/json')
      .send(raw)
      .expect(201);
    const values = { isin: 'AU1', lot: '1.10', listed: null, active: 'true' };
    expect(body).toMatchObject({
      identifier: 'bhp.ax',
      field_values: values,
      extra_fields_snapshot: values,
      archived_at: null,
    });
    expect(body.type_id).toMatch(/^[0-9a-f-]{36}$/);
    const read = await send('get', '/instruments/bhp.ax').expect(200);
    expect(read.text).toContain('"extras":{"n":0.12345678901234567890,"b":1}');
    expect(read.body).toEqual(body);
    await send('get', `/instruments/${String(body.id).toUpperCase()}`).expect(200, body);
    const bare = await create('default.ax').expect(201);
    expect(bare.body.field_values).toEqual({ isin: 'AU000000BHP4', lot: '1.5', listed: null, active: null });
  });

  it('refuse a body of another shape with 400 and its pointers', async () => {
    const { body } = await create('x', { nme: 'x', id: 'y' }).expect(400);
    expect(body.code).toBe('invalid_request');
    expect(codes(body)).toEqual(['/nme unknown_property', '/id read_only']);
    await send('post', '/instruments', ['x']).expect(400);
  });

  it('refuse values that cannot be taken with 422 and everything that is wrong', async () => {
    const field_values = { lot: '1,5', listed: null, nope: 1 };
    const { body } = await create('\u0007', { name: '', field_values }).expect(422);
    expect(body.code).toBe('invalid_value');
    expect(codes(body).sort()).toEqual([
      '/field_values/isin required',
      '/field_values/listed required',
      '/field_values/lot invalid_number',
      '/field_values/nope unknown_field',
      '/identifier invalid_value',
      '/name required',
    ]);
  });

  it('refuse a type that is not there, or is another workspace’s, with 422 reference_not_found', async () => {
    const foreign = await send(
      'post',
      '/instrument-types',
      { identifier: 'secret', name: 'x' },
      other,
    ).expect(201);
    for (const type_id of ['nope', foreign.body.id, 'secret']) {
      const { body } = await create('x', { type_id, field_values: {} }).expect(422);
      expect(body.code).toBe('reference_not_found');
      expect(codes(body)).toEqual(['/type_id reference_not_found']);
    }
  });

  it('answer 409 for an identifier that is taken, and say to restore an archived one', async () => {
    const { body: first } = await create('taken').expect(201);
    const again = await create('taken').expect(409);
    expect(again.body.detail).toContain(first.id);
    await send('delete', '/instruments/taken').expect(204);
    const archived = await create('taken').expect(409);
    expect(archived.body.detail).toContain(`/instruments/${first.id}/restore`);
    await create('free').expect(201);
    await send('patch', '/instruments/free', { identifier: 'taken' }).expect(409);
  });

  it('let exactly one of many simultaneous creations win', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => create('race')));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('conflict');
  });

  it('are changed field by field: custom fields merge, extras are replaced, null clears', async () => {
    await create('patched', { extras: { a: 1, b: 2 } }).expect(201);
    const { body } = await send('patch', '/instruments/patched', {
      name: 'New',
      type_id: 'equity',
      extras: { c: 3 },
      field_values: { lot: null, active: 'FALSE' },
    }).expect(200);
    expect(body).toMatchObject({ name: 'New', extras: { c: 3 } });
    expect(body.field_values).toEqual({ isin: 'AU000000BHP4', lot: null, listed: null, active: 'false' });
    const same = await send('patch', '/instruments/patched', { name: 'New' }).expect(200);
    expect(same.body.updated_at).toBe(body.updated_at);
    const type = await send('patch', '/instruments/patched', { type_id: 'bond' }).expect(409);
    expect(codes(type.body)).toEqual(['/type_id conflict']);
    await send('patch', '/instruments/patched', { field_values: { isin: null } }).expect(422);
  });

  it('are archived, restored once, and removed for good only when asked', async () => {
    await create('gone').expect(201);
    await send('delete', '/instruments/gone').expect(204);
    const { body } = await send('get', '/instruments/gone').expect(200);
    await send('delete', '/instruments/gone').expect(204);
    expect((await send('get', '/instruments/gone')).body.archived_at).toBe(body.archived_at);
    expect((await send('post', '/instruments/gone/restore').expect(200)).body.archived_at).toBeNull();
    await send('post', '/instruments/gone/restore').expect(409);
    await send('delete', '/instruments/gone?hard=perhaps').expect(400);
    await send('delete', '/instruments/gone?hard=true').expect(204);
    await send('get', '/instruments/gone').expect(404);
    await send('delete', '/instruments/gone').expect(404);
    await send('delete', '/instrument-types/bond?hard=true').expect(422);
  });

  it('are listed active only, archived only or both, by name, by type and by a part of their name', async () => {
    await create('listed-a', { name: 'Zinc Works' }).expect(201);
    const { body: b } = await create('listed-b', { name: 'zinc % mines' }).expect(201);
    await create('listed-c').expect(201);
    await send('delete', '/instruments/listed-b').expect(204);
    const names = async (query: string): Promise<string[]> =>
      (await send('get', `/instruments?${query}`).expect(200)).body.data.map(
        (one: { identifier: string }) => one.identifier,
      );
    expect(await names('q=ZINC')).toEqual(['listed-a']);
    expect(await names('q=ZINC&archived=true')).toEqual(['listed-b']);
    expect(await names('q=zinc&archived=all')).toEqual(['listed-a', 'listed-b']);
    expect(await names('q=c%20%25&archived=all')).toEqual(['listed-b']);
    expect(await names(`ids=listed-c,listed-a,${b.id},nope&archived=all`)).toEqual([
      'listed-a',
      'listed-b',
      'listed-c',
    ]);
    await create('listed,d').expect(201);
    expect(await names('ids=listed,d')).toEqual([]);
    expect(await names(`ids=${encodeURIComponent('listed-c,"listed,d"')}`)).toEqual(['listed,d', 'listed-c']);
    expect(await names('type_id=bond')).toEqual([]);
    expect(await names('q=zinc&type_id=equity')).toEqual(['listed-a']);
    await send('get', '/instruments?archived=yes').expect(400);
    await send('get', '/instruments?typ_id=bond').expect(400);
    await send('get', '/instruments?limit=0').expect(400);
  });

  it('are found by a filter; a condition on archived_at lifts the default', async () => {
    const found = async (body: object): Promise<string[]> =>
      (await send('post', '/instruments/filter', body).expect(200)).body.data.map(
        (one: { identifier: string }) => one.identifier,
      );
    const zinc = { field: 'name', op: 'like', value: 'ZINC' };
    expect(await found({ filter: zinc })).toEqual(['listed-a']);
    const all = {
      and: [zinc],
      or: [
        { field: 'archived_at', op: 'is_null', value: false },
        { field: 'name', op: 'like', value: 'works' },
      ],
    };
    expect(await found({ filter: all, sort: [{ field: 'identifier', direction: 'desc' }] })).toEqual([
      'listed-b',
      'listed-a',
    ]);
    expect(await found({ q: 'zinc' })).toEqual(['listed-a']);
    expect((await send('post', '/instruments/count', { filter: zinc }).expect(200)).body).toEqual({
      count: 1,
    });
    const { body } = await send('post', '/instruments/filter', {
      filter: { field: 'nmae', op: 'eq', value: 1 },
    }).expect(400);
    expect(codes(body)).toEqual(['/filter/field unknown_field']);
    expect(body.detail).toContain('field.isin');
  });

  it('of another workspace answer exactly like what does not exist', async () => {
    const { body: mine } = await create('private').expect(201);
    const ask = async (id: string): Promise<unknown> => {
      const { body } = await send('get', `/instruments/${id}`, undefined, other).expect(404);
      return { ...body, request_id: '', instance: '' };
    };
    expect(await ask(mine.id)).toEqual(await ask('never-there'));
    await send('patch', `/instruments/${mine.id}`, { name: 'x' }, other).expect(404);
    await send('delete', `/instruments/${mine.id}`, undefined, other).expect(404);
    await send('post', `/instruments/${mine.id}/restore`, undefined, other).expect(404);
    expect((await send('get', `/instruments?ids=${mine.id}`, undefined, other)).body.data).toEqual([]);
  });
});
