import { startTestApp, type TestApp } from './support/test-app';

jest.setTimeout(60_000);

describe('records over HTTP', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.stop());

  const path = (rest: string): string => `/v1/workspaces/${app.workspace}${rest}`;
  const auth = (): [string, string] => ['Authorization', `Bearer ${app.token}`];
  const send = (method: 'get' | 'post' | 'patch' | 'delete', rest: string, body?: object) => {
    const request = app.http[method](path(rest)).set(...auth());
    return body === undefined ? request : request.send(body);
  };

  it('smoke', async () => {
    const type = await send('post', '/instrument-types', {
      identifier: 'equity',
      name: 'Equity',
      fields: [{ field_key: 'isin', is_required: true }, { field_key: 'lot', data_type: 'number', default_value: 1.5 }],
    });
    console.log(type.status, JSON.stringify(type.body));
    const made = await send('post', '/instruments', {
      identifier: 'bhp.ax', name: 'BHP', type_id: 'equity', field_values: { isin: 'AU1' }, extras: { a: 1 },
    });
    console.log(made.status, JSON.stringify(made.body));
    for (const [method, rest, body] of [
      ['get', '/instruments'], ['get', '/instruments/bhp.ax'], ['get', '/instrument-types'], ['get', '/instrument-type-fields'],
      ['get', '/instrument-types/equity/fields'],
      ['post', '/instruments/filter', { filter: { and: [{ field: 'field.lot', op: 'gt', value: 1 }, {field: 'type_id', op: 'eq', value: 'equity'}] }, sort: [{ field: 'field.lot', direction: 'desc' }, {field: 'type_id'}] }],
      ['post', '/instruments/count', {}],
      ['patch', '/instruments/bhp.ax', { field_values: { lot: '2.50' } }],
      ['post', '/instruments', { identifier: 'bhp.ax', name: 'x', type_id: 'equity', field_values: { isin: 'AU1' } }],
      ['post', '/instruments', { identifier: 'x', nme: 'x', type_id: 'nope', field_values: { isin: 1, no: 2 } }],
      ['post', '/instruments', { identifier: 'x', type_id: 'nope', field_values: { isin: 1, no: 2 } }],
      ['post', '/instruments', { identifier: 'x', name: 'x', type_id: 'equity', field_values: { no: 2 } }],
      ['delete', '/instruments/bhp.ax'], ['post', '/instruments/bhp.ax/restore'], ['post', '/instruments/bhp.ax/restore'],
      ['delete', '/instrument-types/equity'], ['delete', '/instrument-types/equity/fields/isin'],
      ['patch', '/instrument-types/equity/fields/lot', { data_type: 'date' }],
      ['delete', '/instruments/bhp.ax?hard=true'], ['get', '/instruments/bhp.ax'],
      ['delete', '/instrument-types/equity'],
    ] as const) {
      const answer = await send(method, rest, body);
      console.log(method, rest, JSON.stringify(body), answer.status, JSON.stringify(answer.body));
    }
  });
});
