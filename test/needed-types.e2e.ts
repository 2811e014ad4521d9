import { Client } from 'pg';
import { countFieldRows, type FieldRows } from './support/count-field-rows';
import { ImportsClient } from './support/imports-client';
import { startTestApp, type TestApp } from './support/test-app';
import { WorkspaceClient } from './support/workspace-client';

jest.setTimeout(120_000);

const TYPES = 40;
const FIELDS = 25;
/** The fields of two types, and what a message lists. */
const FEW = 2 * FIELDS;
const LISTED = 250;

/** A collection whose records have types, and how one record of it is written. */
const COLLECTIONS = [
  { name: 'instruments', types: 'instrument_types', values: 'field_values' },
  { name: 'markets', types: 'market_types', values: 'field_values' },
  { name: 'composite-time-series-values', types: 'series', values: 'items' },
] as const;
type Collection = (typeof COLLECTIONS)[number];

describe('the fields of types that a request reads', () => {
  let app: TestApp;
  let client: WorkspaceClient;
  let rows: FieldRows;

  beforeAll(async () => {
    app = await startTestApp({ ROLE: 'api' });
    client = new WorkspaceClient(app, app.token, app.workspace);
    for (const { types } of COLLECTIONS) await addTypes(types);
    await client.post('/instruments', { identifier: 'owner', name: 'Owner', type_id: 't0' });
    rows = countFieldRows(Client);
  });
  afterAll(async () => {
    rows.restore();
    await app.stop();
  });

  async function addTypes(table: string): Promise<void> {
    const kind = table === 'series' ? [', kind', `, 'composite'`] : ['', ''];
    await app.database.query(
      `WITH made AS (
         INSERT INTO ${table} (workspace_id, identifier, name${kind[0]})
         SELECT id, 't' || n, 't' || n${kind[1]} FROM workspaces, generate_series(0, ${TYPES - 1}) n WHERE slug = $1
         RETURNING workspace_id, id, identifier
       )
       INSERT INTO ${table.replace(/_types$/, '_type')}_fields (workspace_id, type_id, field_key, field_label, data_type,
         is_required, has_default, default_value, allow_null, display_order)
       SELECT workspace_id, id, 'f' || n || '_' || identifier, 'F', 'number', false, false, NULL, true, n
       FROM made, generate_series(1, ${FIELDS}) n`,
      [app.workspace],
    );
  }

  const bodyOf = ({ name, values }: Collection, identifier: string, type = 't0') => {
    const core =
      name === 'composite-time-series-values'
        ? { instrument_id: 'owner', timestamp: `2026-01-${identifier.slice(-2)}T00:00:00Z` }
        : { identifier, name: identifier };
    const key = `f1_${type}`;
    const custom = values === 'items' ? [{ field_key: key, value: '1' }] : { [key]: '1' };
    return { ...core, type_id: type, [values]: custom };
  };

  /** Runs `work`, and expects that it read at most `most` fields, and at least one. */
  async function reads<T>(most: number, work: () => Promise<T>): Promise<T> {
    const before = rows.count();
    const result = await work();
    expect(rows.count() - before).toBeLessThanOrEqual(most);
    return result;
  }

  describe.each(COLLECTIONS.map((collection) => [collection.name, collection] as const))(
    'of %s',
    (name, collection) => {
      const { types, values } = collection;
      const condition = { field: 'field.f1_t0', op: 'eq', value: '1' };

      it('are those of the type that is named when a record is created, changed, read and restored', async () => {
        const body = bodyOf(collection, `${types}_01`);
        const made = await reads(FIELDS, () => client.post(`/${name}`, body));
        expect(Object.keys(made[values] as object)).toHaveLength(FIELDS);
        const path = `/${name}/${String(made['id'])}`;
        expect(await reads(FIELDS, () => client.get(path))).toEqual(made);
        const changed = await reads(FIELDS, () =>
          client.request('PATCH', path, {
            [values]: values === 'items' ? [{ field_key: 'f1_t0', value: '2' }] : { f1_t0: '2' },
          }),
        );
        expect(changed[values]).not.toEqual(made[values]);
        await reads(FIELDS, () => client.request('DELETE', path));
        await reads(FIELDS, () => client.post(`${path}/restore`, {}));
      });

      it('are those of the types on the page of a list and of a filter', async () => {
        await client.post(`/${name}`, bodyOf(collection, `${types}_02`));
        await client.post(`/${name}`, bodyOf(collection, `${types}_03`, 't1'));
        const page = await reads(FEW, () => client.get<{ data: object[] }>(`/${name}`));
        expect(page.data.length).toBeGreaterThanOrEqual(2);
        await reads(FEW + 1, () => client.post(`/${name}/filter`, { filter: { and: [condition] } }));
        await reads(1, () => client.post(`/${name}/count`, { filter: { and: [condition] } }));
        const sort = [{ field: 'field.f2_t1', direction: 'desc' }];
        await reads(FEW + 1, () => client.post(`/${name}/filter`, { sort }));
      });

      it('are as many as a message lists for a filter with a wrong field', async () => {
        const answer = await reads(LISTED, () =>
          app.http
            .post(`/v1/workspaces/${app.workspace}/${name}/filter`)
            .set('Authorization', `Bearer ${app.token}`)
            .send({ filter: { and: [{ ...condition, field: 'field.nothing' }] } }),
        );
        expect([answer.status, answer.body.code]).toEqual([400, 'invalid_filter']);
        expect(answer.body.detail).toContain('field.f1_t0');
      });

      it('are those that an export or an import names', async () => {
        const object = name.replaceAll('-', '_');
        await reads(1, () => client.post('/exports', { object_type: object, filter: { and: [condition] } }));
        await reads(0, () => client.post('/exports', { object_type: object }));
        const file = 'identifier,name,type_id\n';
        await reads(0, () => client.queue({ file, resource_type: object }));
        await reads(1, () => client.queue({ file, resource_type: object, mapping: { a: 'f1_t0' } }));
        const imports = new ImportsClient(app);
        const template = await reads(FIELDS, () => imports.download(`/templates/${object}?type_id=t1`));
        expect(template.text).toContain('f1_t1');
        await reads(0, () => imports.download(`/templates/${object}`));
      });
    },
  );
});
