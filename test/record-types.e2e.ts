import { startTestApp, type TestApp } from './support/test-app';

jest.setTimeout(60_000);

describe('instrument types over HTTP', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startTestApp();
    await app.http
      .post('/v1/workspaces')
      .set(...auth())
      .send({ slug: 'copy', name: 'Copy' })
      .expect(201);
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
  const createType = (identifier: string, fields?: object[]) =>
    send('post', '/instrument-types', { identifier, name: identifier, ...(fields && { fields }) });

  it('are created with fields whose defaults are filled in', async () => {
    const { body } = await createType('plain', [
      { field_key: 'b', display_order: 7 },
      { field_key: 'a', data_type: 'number', default_value: '1e2', field_label: 'A' },
    ]).expect(201);
    expect(body.fields).toMatchObject([
      {
        field_key: 'b',
        field_label: 'b',
        data_type: 'text',
        is_required: false,
        has_default: false,
        default_value: null,
        allow_null: true,
        display_order: 7,
      },
      {
        field_key: 'a',
        field_label: 'A',
        data_type: 'number',
        has_default: true,
        default_value: '100',
        display_order: 8,
      },
    ]);
    expect(body.fields[0].type_id).toBe(body.id);
    expect((await send('get', '/instrument-types/plain')).body).toEqual(body);
  });

  it('are copied: an answer is the body for another workspace', async () => {
    const { body } = await send('get', '/instrument-types/plain').expect(200);
    const copied = await send('post', '/instrument-types', body, 'copy').expect(201);
    expect(copied.body.id).not.toBe(body.id);
    const own = ['id', 'type_id', 'created_at', 'updated_at'];
    const plain = (field: object) => Object.entries(field).filter(([name]) => !own.includes(name));
    expect(copied.body.fields.map(plain)).toEqual(body.fields.map(plain));
  });

  it('refuse fields that make no sense, with pointers into the list', async () => {
    const shape = await createType('x', [
      { field_key: 'Not a key' },
      { field_key: 'ok', data_type: 'money' },
      { key: 'a' },
    ]).expect(400);
    expect(shape.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/fields/0/field_key',
      '/fields/1/data_type',
      '/fields/2/key',
      '/fields/2/field_key',
    ]);
    const sense = await createType('x', [
      { field_key: 'a', data_type: 'date', default_value: '2026-02-30' },
      { field_key: 'b' },
      { field_key: 'b' },
      { field_key: 'c', has_default: false, default_value: 'x' },
      { field_key: 'd', has_default: true, is_required: true },
    ]).expect(422);
    expect(
      sense.body.errors.map(({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`),
    ).toEqual([
      '/fields/0/default_value invalid_date',
      '/fields/2/field_key duplicate_key',
      '/fields/3/default_value invalid_value',
      '/fields/4/default_value required',
    ]);
    await send('get', '/instrument-types/x').expect(404);
  });

  it('have fields one by one, each change noted on the type', async () => {
    await createType('one').expect(201);
    const version = async (): Promise<unknown> =>
      (await app.database.query(`SELECT fields_version FROM instrument_types WHERE identifier = 'one'`))[0]?.[
        'fields_version'
      ];
    const base = '/instrument-types/one/fields';
    const { body: isin } = await send('post', base, { field_key: 'isin' }).expect(201);
    expect(isin.display_order).toBe(1);
    const { body: size } = await send('post', base, {
      field_key: 'size',
      data_type: 'number',
      default_value: 0.1,
    }).expect(201);
    expect(size).toMatchObject({ display_order: 2, default_value: '0.1', has_default: true });
    await send('post', base, { field_key: 'size' }).expect(409);
    expect(await version()).toBe(3);
    const patched = await send('patch', `${base}/size`, { is_required: true, field_key: 'size' }).expect(200);
    expect(patched.body).toMatchObject({ is_required: true, default_value: '0.1' });
    await send('patch', `${base}/${size.id}`, { field_key: 'other' }).expect(409);
    await send('patch', `${base}/size`, { default_value: null }).expect(422);
    await send('patch', `${base}/size`, { has_default: false }).expect(200);
    expect((await send('get', `${base}/size`)).body.default_value).toBeNull();
    expect(
      (await send('get', base)).body.data.map((field: { field_key: string }) => field.field_key),
    ).toEqual(['isin', 'size']);
    await send('delete', `${base}/isin`).expect(204);
    await send('get', `${base}/isin`).expect(404);
    expect(await version()).toBe(6);
    await send('patch', '/instrument-types/one', { fields: [] }).expect(400);
  });

  it('keep a field that has values, its data type, and themselves while in use', async () => {
    await createType('used', [{ field_key: 'isin' }, { field_key: 'free' }]).expect(201);
    await send('post', '/instruments', {
      identifier: 'u1',
      name: 'x',
      type_id: 'used',
      field_values: { isin: 'a' },
    }).expect(201);
    await send('delete', '/instruments/u1').expect(204);
    const kept = await send('delete', '/instrument-types/used/fields/isin').expect(409);
    expect(kept.body.detail).toContain('1 record has a value');
    await send('patch', '/instrument-types/used/fields/isin', { data_type: 'number' }).expect(409);
    await send('patch', '/instrument-types/used/fields/free', { data_type: 'number' }).expect(200);
    await send('delete', '/instrument-types/used/fields/free').expect(204);
    await send('delete', '/instrument-types/used').expect(409);
    await send('delete', '/instruments/u1?hard=true').expect(204);
    await send('delete', '/instrument-types/used').expect(204);
    expect((await send('post', '/instrument-types/used/restore').expect(200)).body.fields).toHaveLength(1);
  });

  it('let no record slip between the check and the removal of a field', async () => {
    for (let round = 0; round < 10; round++) {
      await createType(`race${round}`, [{ field_key: 'isin' }]).expect(201);
      const [record, removal] = await Promise.all([
        send('post', '/instruments', {
          identifier: `r${round}`,
          name: 'x',
          type_id: `race${round}`,
          field_values: { isin: 'a' },
        }),
        send('delete', `/instrument-types/race${round}/fields/isin`),
      ]);
      expect([
        [201, 409],
        [422, 204],
      ]).toContainEqual([record.status, removal.status]);
    }
  });

  it('show the fields of all types in one list, filtered like any other', async () => {
    const { body } = await send('get', '/instrument-type-fields?type_id=plain').expect(200);
    expect(body.data.map((field: { field_key: string }) => field.field_key)).toEqual(['b', 'a']);
    expect(body.data[0].display_order).toBe(7);
    const filter = {
      and: [
        { field: 'display_order', op: 'gte', value: 7 },
        { field: 'data_type', op: 'eq', value: 'number' },
      ],
    };
    const found = await send('post', '/instrument-type-fields/filter', {
      filter,
      sort: [{ field: 'field_key' }],
    }).expect(200);
    expect(found.body.data.map((field: { field_key: string }) => field.field_key)).toEqual(['a']);
    const [first] = found.body.data;
    await send('get', `/instrument-type-fields/${first.id}`).expect(200, first);
    await send('get', '/instrument-type-fields?archived=true').expect(400);
  });
});
