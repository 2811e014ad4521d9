import { createHash } from 'node:crypto';
import { ExportHarness } from '../../test/support/export-harness';
import { ImportHarness } from '../../test/support/import-harness';

describe('An export', () => {
  let harness: ImportHarness;
  let exports: ExportHarness;
  beforeEach(async () => {
    harness = await ImportHarness.start();
    exports = new ExportHarness(harness);
    await harness.addType('equity', 'isin', 'shares:number', 'listed:date', 'active:boolean');
    await harness.addType('bond', 'coupon:number', 'isin', 'name');
  });
  afterEach(() => harness.stop());

  const lines = (...texts: string[]): string => [...texts, ''].join('\n');
  const load = async (...rows: string[]): Promise<void> => {
    const job = await harness.import({ file: lines(...rows), onError: 'abort' });
    expect(job.errors).toEqual([]);
    expect(job.status).toBe('completed');
  };

  it('writes core fields, the custom fields of every type once in the order of the types, and objects last', async () => {
    await load(
      'identifier,name,type_id,isin,shares,coupon,field.name,extras',
      'b,B,equity,US1,1.10,,,',
      'a,"A, ""quoted""",bond,,,0.050,inner,"{""n"":0.123456789012345678901234567890,""e"":1E+40}"',
      'Z,Zed,equity,,,,,',
    );
    expect(await exports.export()).toBe(
      lines(
        'identifier,name,type_id,coupon,isin,field.name,shares,listed,active,extras',
        'Z,Zed,equity,,,,,,,',
        'a,"A, ""quoted""",bond,0.050,,inner,,,,"{""n"":0.123456789012345678901234567890,""e"":1E+40}"',
        'b,B,equity,,US1,,1.10,,,',
      ),
    );
  });

  it('takes only the types that occur, so that the columns follow the records', async () => {
    await load('identifier,name,type_id,coupon', 'a,A,bond,1.5');
    expect(await exports.export()).toBe(
      lines('identifier,name,type_id,coupon,isin,field.name,extras', 'a,A,bond,1.5,,,'),
    );
  });

  it('of nothing holds the header alone, an empty array, or nothing at all', async () => {
    expect(await exports.export()).toBe('identifier,name,type_id,extras\n');
    expect(await exports.export({ includeArchived: true })).toBe(
      'identifier,name,type_id,extras,archived_at\n',
    );
    expect(await exports.export({ format: 'json' })).toBe('[]\n');
    expect(await exports.export({ format: 'ndjson' })).toBe('');
  });

  it('writes JSON with the fields of the own type, null where unset, and numbers digit for digit', async () => {
    const extras = '{"big":123456789012345678901234567890,"s":"a\\\\b\\"c\\n","nil":null}';
    await load(
      'identifier,name,type_id,isin,shares,active,extras',
      `x,"back\\slash ""q"" tab\t",equity,US1,-1.50,true,"${extras.replaceAll('"', '""')}"`,
      'y,Y,bond,,,,',
    );
    const first =
      '{"identifier":"x","name":"back\\\\slash \\"q\\" tab\\t","type_id":"equity",' +
      `"field_values":{"isin":"US1","shares":"-1.50","listed":null,"active":"true"},"extras":${extras}}`;
    const second =
      '{"identifier":"y","name":"Y","type_id":"bond","field_values":{"coupon":null,"isin":null,"name":null},"extras":null}';
    expect(await exports.export({ format: 'json' })).toBe(`[\n${first},\n${second}\n]\n`);
    expect(await exports.export({ format: 'ndjson' })).toBe(`${first}\n${second}\n`);
  });

  it('leaves archived records out, or takes them with the instant as the last column', async () => {
    await load(
      'identifier,name,type_id,archived_at',
      'a,A,equity,2026-01-31T16:00:00.123456Z',
      'b,B,equity,',
    );
    expect(await exports.export()).toBe(
      lines('identifier,name,type_id,isin,shares,listed,active,extras', 'b,B,equity,,,,,'),
    );
    expect(await exports.export({ includeArchived: true })).toBe(
      lines(
        'identifier,name,type_id,isin,shares,listed,active,extras,archived_at',
        'a,A,equity,,,,,,2026-01-31T16:00:00.123456Z',
        'b,B,equity,,,,,,',
      ),
    );
    expect(await exports.export({ format: 'ndjson', includeArchived: true })).toContain(
      '"extras":null,"archived_at":"2026-01-31T16:00:00.123456Z"}\n',
    );
  });

  it('takes records of an archived type, for a type is no parent', async () => {
    await load('identifier,name,type_id', 'a,A,bond');
    await harness.database.query(`UPDATE instrument_types SET archived_at = now()`);
    expect(await exports.export()).toContain('\na,A,bond,');
  });

  it('filters by value, with user input that tries to be SQL', async () => {
    await load('identifier,name,type_id,shares', "a,it's \\ ; -- $1,equity,10", 'b,B,equity,9', 'c,C,bond,');
    const names = async (filter: object): Promise<string[]> =>
      (await exports.export({ filter }))
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.slice(0, 1));
    expect(await names({ field: 'field.shares', op: 'gt', value: 9.5 })).toEqual(['a']);
    expect(await names({ field: 'name', op: 'eq', value: "it's \\ ; -- $1" })).toEqual(['a']);
    expect(
      await names({ field: 'type_id', op: 'in', value: ['bond', "x'); DROP TABLE instruments; --", '{"}'] }),
    ).toEqual(['c']);
    expect(
      await names({
        or: [
          { field: 'identifier', op: 'eq', value: 'b' },
          { field: 'type_id', op: 'eq', value: 'bond' },
        ],
      }),
    ).toEqual(['b', 'c']);
    expect(await names({ field: 'identifier', op: 'eq', value: "\\'" })).toEqual([]);
  });

  it('is of one workspace alone', async () => {
    const other = await harness.addWorkspace('other');
    await load('identifier,name,type_id', 'a,A,bond');
    expect(await exports.export({}, other)).toBe('identifier,name,type_id,extras\n');
  });

  it('says what it published: rows, bytes, hash, and an instant', async () => {
    await exports.generate(3);
    const id = await exports.queue({ gzip: true });
    await exports.run(await exports.claim(id));
    const bytes = await exports.bytes(id);
    const job = await exports.job(id);
    expect(job).toMatchObject({
      status: 'completed',
      row_count: 3,
      byte_count: bytes.length,
      progress: 100,
      error: null,
    });
    expect(job.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(String(job.snapshot_at) <= String(job.finished_at)).toBe(true);
    expect(Date.parse(String(job.expires_at)) - Date.parse(String(job.finished_at))).toBeLessThanOrEqual(
      7 * 86_400_000,
    );
    expect(await exports.files()).toEqual([`exports/${id}-1`]);
  });

  it.each(['csv', 'json', 'ndjson'] as const)('counts records in %s, not lines', async (format) => {
    const counted = async (): Promise<unknown> => {
      const id = await exports.queue({ format });
      await exports.run(await exports.claim(id));
      return (await exports.job(id)).row_count;
    };
    expect(await counted()).toBe(0);
    await load('identifier,name,type_id', 'a,"A\n\nA",equity', 'b,"\nB",bond');
    expect(await counted()).toBe(2);
  });

  it('escapes what a spreadsheet would run, and an import removes the escaping again', async () => {
    await load(
      'identifier,name,type_id,shares,isin',
      "=a,-1.5,equity,-1.5,'=x",
      '@b,+SUM(1),equity,,"\r\nz"',
    );
    const plain = await exports.export();
    const escaped = await exports.export({ spreadsheetSafe: true });
    expect(escaped).toContain("'=a,-1.5,equity,''=x,-1.5,");
    expect(escaped).toContain(`'@b,'+SUM(1),equity,"'\r\nz",,`);
    await harness.database.query(`DELETE FROM instruments`);
    const job = await harness.import({ file: escaped, spreadsheetSafe: true });
    expect(job).toMatchObject({ status: 'completed', created_count: 2 });
    expect(await exports.export()).toBe(plain);
  });

  it.each(['csv', 'json', 'ndjson'] as const)(
    'comes back byte for byte from another workspace as %s',
    async (format) => {
      await load(
        'identifier,name,type_id,isin,shares,listed,active,extras,archived_at',
        'a, leading and trailing ,equity,   ,1.10,2026-02-28,true,"{""k"":1.10}",',
        'b,"line\r\nbreak, ""q"" \\.",equity,\\.,0,0001-01-01,false,,2026-01-31T16:00:00Z',
        'ünï,\ufeffbom 漢字 🎉,bond,NULL,,,,{},',
      );
      const wanted = { format, includeArchived: true };
      const first = await exports.export(wanted);
      await harness.database.query(`DELETE FROM instruments`);
      const job = await harness.import({ file: first, format });
      expect(job).toMatchObject({ status: 'completed', created_count: 3, ignored_columns: [] });
      expect(await exports.export(wanted)).toBe(first);
      expect(await harness.import({ file: first, format })).toMatchObject({
        status: 'completed',
        unchanged_count: 3,
      });
    },
  );

  it('is one snapshot: nothing that is committed while it is written gets in', async () => {
    await exports.generate(30_000);
    const before = await exports.export({ format: 'ndjson' });
    const { storage } = harness;
    const put = storage.put.bind(storage);
    const spy = jest.spyOn(storage, 'put').mockImplementation(async (key, source) => {
      const chunks: Uint8Array[] = [];
      for await (const chunk of source) {
        if (chunks.push(chunk) === 1) {
          await exports.generate(1_000, 50_000);
          await harness.database.query(`DELETE FROM instruments WHERE identifier LIKE 'n0001%'`);
          await harness.database.query(`UPDATE instruments SET name = 'changed'`);
        }
      }
      return put(key, chunks as unknown as AsyncIterable<Uint8Array>);
    });
    expect(await exports.export({ format: 'ndjson' })).toBe(before);
    spy.mockRestore();
    expect(await exports.export({ format: 'ndjson' })).not.toBe(before);
  });
});
