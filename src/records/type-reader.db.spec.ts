import { ImportHarness } from '../../test/support/import-harness';
import type { RecordType } from '../catalog/record-type';
import type { ResourceDescription } from '../catalog/resource';
import { inWorkspace } from '../database/work-context';
import type { Sql } from '../database/sql';
import { TypeReader } from './type-reader';

describe('TypeReader', () => {
  let harness: ImportHarness;
  let instruments: ResourceDescription;
  /** Readers of two processes. */
  let one: TypeReader;
  let two: TypeReader;

  beforeAll(async () => {
    harness = await ImportHarness.start();
    instruments = harness.registry.get('instruments');
  });
  afterAll(() => harness.stop());
  beforeEach(() => {
    one = new TypeReader(harness.registry, harness.settings);
    two = new TypeReader(harness.registry, harness.settings);
  });

  const read = async (
    reader: TypeReader,
    id: string,
    sql: Sql = harness.inside,
  ): Promise<RecordType | null> =>
    (await reader.byId(sql, instruments, harness.workspaceId, [id]))[0] ?? null;
  const keysOf = (type: RecordType | null): string[] => (type?.fields ?? []).map(({ key }) => key);

  /** Changes the fields of a type as the application does: the change and the version in one transaction. */
  const change = async (tx: Sql, id: string, statement: string): Promise<void> => {
    await tx.query(statement, [id]);
    await tx.query(`UPDATE instrument_types SET fields_version = fields_version + 1 WHERE id = $1`, [id]);
  };
  const RENAME = (key: string): string =>
    `UPDATE instrument_type_fields SET field_key = '${key}' WHERE type_id = $1 AND display_order = 0`;

  it('reads a type once, and then its version only', async () => {
    const id = await harness.addType('once', 'a', 'b');
    const sent: unknown[] = [];
    const counted: Sql = {
      query: async <Row extends object>(...given: Parameters<Sql['query']>) => {
        const rows = await harness.inside.query<Row>(...given);
        sent.push(rows.length);
        return rows;
      },
    };
    const first = await read(one, id, counted);
    expect(keysOf(first)).toEqual(['a', 'b']);
    expect(await read(one, id, counted)).toBe(first);
    expect(sent).toEqual([2, 1]);
  });

  it.each([
    [
      'added',
      `INSERT INTO instrument_type_fields SELECT almagest_new_id(), workspace_id, id, 'c', 'c', 'text', false, false, NULL, true, 2 FROM instrument_types WHERE id = $1`,
      ['a', 'b', 'c'],
    ],
    ['changed', RENAME('z'), ['z', 'b']],
    ['removed', `DELETE FROM instrument_type_fields WHERE type_id = $1 AND display_order = 1`, ['a']],
  ])('sees at once that another process %s a field', async (what, statement, expected) => {
    const id = await harness.addType(`seen-${what}`, 'a', 'b');
    for (const reader of [one, two]) expect(keysOf(await read(reader, id))).toEqual(['a', 'b']);
    await harness.database.transaction('READ COMMITTED', (tx) => change(tx, id, statement));
    for (const reader of [one, two]) expect(keysOf(await read(reader, id))).toEqual(expected);
  });

  it('sees that a type was renamed or is gone', async () => {
    const id = await harness.addType('old-name', 'a');
    await read(one, id);
    await harness.database.query(`UPDATE instrument_types SET identifier = 'new-name' WHERE id = $1`, [id]);
    expect((await read(one, id))?.identifier).toBe('new-name');
    await harness.database.query(`DELETE FROM instrument_types WHERE id = $1`, [id]);
    expect(await read(one, id)).toBeNull();
  });

  it('forgets what was read of a change that was rolled back, though the next one has the same number', async () => {
    const id = await harness.addType('rolled-back', 'a');
    const undone = harness.database.transaction('READ COMMITTED', async (tx) => {
      await change(tx, id, RENAME('never'));
      expect(keysOf(await read(one, id, tx))).toEqual(['never']);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(keysOf(await read(one, id))).toEqual(['a']);
    await harness.database.transaction('READ COMMITTED', async (tx) => {
      await change(tx, id, RENAME('b'));
      expect(keysOf(await read(one, id, tx))).toEqual(['b']);
    });
    expect(keysOf(await read(one, id))).toEqual(['b']);
  });

  it('reads in a snapshot what the snapshot holds, whatever was read outside of it', async () => {
    const id = await harness.addType('in-snapshot', 'a');
    await harness.database.transaction('REPEATABLE READ', async (tx) => {
      expect(keysOf(await read(two, id, tx))).toEqual(['a']);
      await harness.database.transaction('READ COMMITTED', (other) => change(other, id, RENAME('b')));
      expect(keysOf(await read(one, id))).toEqual(['b']);
      expect(keysOf(await read(one, id, tx))).toEqual(['a']);
    });
    expect(keysOf(await read(one, id))).toEqual(['b']);
  });

  it('never shows the types of another workspace', async () => {
    const id = await harness.addType('foreign', 'a');
    expect(await read(one, id)).not.toBeNull();
    const stranger = await harness.addWorkspace('stranger');
    const types = inWorkspace(stranger, () => one.byId(harness.app, instruments, stranger, [id]));
    expect(await types).toEqual([]);
  });
});
