import { gzipSync } from 'node:zlib';
import { byteDecoder } from '../src/formats/encodings/byte-decoder';
import { byteEncoder, byteOrderMark } from '../src/formats/encodings/byte-encoder';
import { type FormFields, ImportsClient } from './support/imports-client';
import { startTestApp, type TestApp } from './support/test-app';
import { zipOf } from './support/zip-of';

jest.setTimeout(60_000);

/** A file with one good row and one that fails, and how its rejected rows are corrected. */
interface Case {
  readonly file: string;
  readonly fields?: FormFields;
  readonly name?: string;
  readonly encoding?: string;
  readonly pack?: (file: Buffer) => Buffer;
  /** The whole file of rejected rows; `<…>` stands for what is wrong with the row. */
  readonly rejected: string;
  readonly correct: readonly [wrong: string, right: string];
}

const REPORT = '_row,_line,_errors,_raw';
const json = (value: unknown): string => JSON.stringify(value);
const EQUITY = json({ type_id: 'equity' });

const CASES: Record<string, Case> = {
  'without options': {
    file: 'identifier,name\na,A\nb,\n',
    rejected: `identifier,name,${REPORT}\nb,,2,3,<…>,\n`,
    correct: ['b,,', 'b,B,'],
  },
  'with a detected semicolon': {
    file: 'identifier;name\na;A\n"b;1";\n',
    rejected: `identifier;name;_row;_line;_errors;_raw\n"b;1";;2;3;<…>;\n`,
    correct: ['"b;1";;', 'b;"B, ""b""";'],
  },
  'with a line sep=': {
    file: 'sep=^\nidentifier^name\na^A\nb^\n',
    rejected: 'sep=^\nidentifier^name^_row^_line^_errors^_raw\nb^^2^4^<…>^\n',
    correct: ['b^^', 'b^B^'],
  },
  'with another quote, escape and comment': {
    file: "# made today\n identifier | name \na|A\n'#b\\'|' | \n",
    fields: { csv_options: json({ delimiter: '|', quote: "'", escape: '\\', comment: '#', trim: true }) },
    rejected: "identifier|name|_row|_line|_errors|_raw\n'#b\\'|'||2|4|<…>|\n",
    correct: ["'||2", "'|B|2"],
  },
  'without quotes': {
    file: 'identifier|name\na|A "1"\n"b|\n',
    fields: { csv_options: json({ delimiter: '|', quote: null }) },
    rejected: 'identifier|name|_row|_line|_errors|_raw\n"b||2|3|<…>|\n',
    correct: ['"b||', '"b|B|'],
  },
  'with misplaced quotes': {
    file: 'identifier,name\na,A 5" x\nb "1", \n',
    fields: { csv_options: json({ lenient_quotes: true }) },
    rejected: `identifier,name,${REPORT}\n"b ""1"""," ",2,3,<…>,\n`,
    correct: [',2,3', '3" B,2,3'],
  },
  'with lines before the header and after the records': {
    file: 'Report, "x\n\nidentifier,name\na,A\nb,\nTotal,2\n\nend\n',
    fields: { csv_options: json({ header_row: 3, skip_footer: 2 }) },
    rejected: `Report, "x\n\nidentifier,name,${REPORT}\nb,,2,5,<…>,\n(end of the rejected rows)\n(end of the rejected rows)\n`,
    correct: ['b,,', 'b,B,'],
  },
  'with a footer': {
    file: 'identifier,name\na,A\nb,\nFile Creation Time: 1,\n',
    fields: { csv_options: json({ footer_prefix: 'File Creation Time:' }) },
    rejected: `identifier,name,${REPORT}\nb,,2,3,<…>,\n`,
    correct: ['b,,', 'b,B,'],
  },
  'without a header': {
    file: 'a,A\nb,\n',
    fields: { csv_options: json({ columns: ['identifier', 'name'] }) },
    rejected: `identifier,name,${REPORT}\nb,,2,2,<…>,\n`,
    correct: ['b,,', 'b,B,'],
  },
  'without a header, of a given delimiter': {
    file: 'x;a;A\ny;b;\n',
    fields: {
      csv_options: json({ columns: ['identifier', 'name'], delimiter: ';', row_prefix_columns: ['code'] }),
    },
    rejected: 'identifier;name;_row;_line;_errors;_raw\ny;b;;2;2;<…>;\n',
    correct: ['b;;', 'b;B;'],
  },
  'with markers, a list of names and cells in front': {
    file: 'START\nNAMES\nidentifier\nname\nEND-NAMES\nx\nDATA\nk|0|a|A|\nl|0|b||\nEND-DATA\nEND\n',
    fields: {
      csv_options: json({
        columns: { start_marker: 'NAMES', end_marker: 'END-NAMES' },
        start_marker: 'DATA',
        end_marker: 'END-DATA',
        row_prefix_columns: ['security', 'code'],
        ragged: 'pad',
        quote: null,
      }),
    },
    rejected:
      'NAMES\nidentifier\nname\n_row\n_line\n_errors\n_raw\nEND-NAMES\nDATA\nl|0|b||2|9|<…>|\nEND-DATA\n',
    correct: ['b||', 'b|B|'],
  },
  'with uneven records': {
    file: 'identifier,name,isin\na,A\nb\n',
    fields: { csv_options: json({ ragged: 'pad' }) },
    rejected: `identifier,name,isin,${REPORT}\nb,,,2,3,<…>,\n`,
    correct: ['b,,,', 'b,B,,'],
  },
  'in Windows-1252': {
    file: 'identifier,name\na,Ä\né,\n',
    encoding: 'windows-1252',
    fields: { csv_options: json({ encoding: 'latin1' }) },
    rejected: `identifier,name,${REPORT}\né,,2,3,<…>,\n`,
    correct: ['é,,', 'é,Œ,'],
  },
  'in Shift_JIS': {
    file: 'コード,銘柄名\n1301,極洋\n車,\n',
    encoding: 'shift_jis',
    fields: {
      csv_options: json({ encoding: 'shift_jis' }),
      mapping: json({ コード: 'identifier', 銘柄名: 'name' }),
    },
    rejected: `コード,銘柄名,${REPORT}\n車,,2,3,<…>,\n`,
    correct: ['車,,', '車,自動車,'],
  },
  'in UTF-16 by its mark': {
    file: '\ufeffidentifier\tname\na\tA\né\t\n',
    encoding: 'utf-16le',
    rejected: '\ufeffidentifier\tname\t_row\t_line\t_errors\t_raw\né\t\t2\t3\t<…>\t\n',
    correct: ['é\t\t', 'é\tÉ\t'],
  },
  'with columns that become rows': {
    file: 'note,a,b\nx,A,B\ny,C,\n',
    fields: {
      unpivot: json({
        columns: '*',
        except: ['note'],
        name_to: 'identifier',
        value_to: 'name',
        skip_null: false,
      }),
      on_duplicate: 'last',
    },
    rejected: `note,a,b,${REPORT}\ny,C,,2,3,<…>,\n`,
    correct: ['y,C,,', 'y,C,D,'],
  },
  'with mapping, expected columns and values of another form': {
    file: 'Symbol,,Long,When,Skip\na,1,A,31/12/2026,x\nb,2,B,31.12.2026,x\n',
    fields: {
      mapping: json({ Symbol: 'identifier', '': 'isin', Long: 'name', Skip: null }),
      field_options: json({ listed: { from: 'When', format: 'dd/MM/yyyy' } }),
      expect_columns: json(['Symbol', '', 'Long', 'When', 'Skip']),
      unknown_columns: 'error',
      spreadsheet_safe: 'true',
    },
    rejected: `Symbol,,Long,When,Skip,${REPORT}\nb,2,B,31.12.2026,x,2,3,<…>,\n`,
    correct: ['31.12.2026,x', '31/12/2026,x'],
  },
  'under a budget of errors': {
    file: 'identifier,name\na,A\nb,\n',
    fields: { on_error: 'abort', max_errors: '50%' },
    rejected: `identifier,name,${REPORT}\nb,,2,3,<…>,\n`,
    correct: ['b,,', 'b,B,'],
  },
  'with gzip': {
    file: 'identifier;name\na;A\nb;\n',
    name: 'f.csv.gz',
    pack: (file) => gzipSync(file),
    rejected: 'identifier;name;_row;_line;_errors;_raw\nb;;2;3;<…>;\n',
    correct: ['b;;', 'b;B;'],
  },
  'in a zip archive of several': {
    file: 'identifier,name\na,A\nb,\n',
    name: 'f.zip',
    fields: { member: 'f.csv' },
    pack: (file) => zipOf({ 'readme.txt': 'x', 'f.csv': file.toString() }),
    rejected: `identifier,name,${REPORT}\nb,,2,3,<…>,\n`,
    correct: ['b,,', 'b,B,'],
  },
  'in NDJSON': {
    file: '{"identifier":"a","name":"A"}\n{"identifier":"é"}\n',
    name: 'f.ndjson',
    encoding: 'windows-1252',
    fields: { json_options: json({ encoding: 'windows-1252' }) },
    rejected: '{"identifier":"é","_row":2,"_line":2,"_errors":[<…>]}\n',
    correct: ['"é"', '"é","name":"É"'],
  },
  'at a path': {
    file: '{"meta":{"n":2},"data":{"a/b":[{"identifier":"a","name":"A"},{"identifier":"b"}]}}',
    name: 'f.json',
    fields: { json_options: json({ record_path: '/data/a~1b' }) },
    rejected: '{"data":{"a/b":[\n{"identifier":"b","_row":2,"_line":1,"_errors":[<…>]}\n]}}\n',
    correct: ['"b",', '"b","name":"B",'],
  },
  'as members of an object': {
    file: '{"all":{"a":{"name":"A"},"b":{"name":null}}}',
    name: 'f.json',
    fields: { json_options: json({ record_path: '/all', object_values: { key_to: 'identifier' } }) },
    rejected: '{"all":{\n"b":{"name":null,"_row":2,"_line":1,"_errors":[<…>]}\n}}\n',
    correct: ['null,', '"B",'],
  },
  'in columns': {
    file: '{"d":{"c":["identifier","name"],"r":[["a","A"],["b",null]]}}',
    name: 'f.json',
    fields: { json_options: json({ columns_path: '/d/c', rows_path: '/d/r' }) },
    rejected: '{"d":{"c":["identifier","name"],"r":[\n["b",null,{"_row":2,"_line":1,"_errors":[<…>]}]\n]}}\n',
    correct: ['null,', '"B",'],
  },
  'in columns with names among the rows': {
    file: '[["identifier","name"],["a","A"],["b",null]]',
    name: 'f.json',
    fields: {
      json_options: json({ columns_path: '/0', rows_path: '' }),
      field_options: json({
        identifier: { null_values: ['identifier'] },
        name: { null_values: ['name'] },
      }),
      defaults: json({ type_id: 'equity' }),
    },
    rejected: '[["identifier","name"],\n["b",null,{"_row":3,"_line":1,"_errors":[<…>]}]\n]\n',
    correct: ['', ''],
  },
  'in columns with given names': {
    file: '[["a","A"],["b",null]]',
    name: 'f.json',
    fields: { json_options: json({ columns: ['identifier', 'name'], rows_path: '' }) },
    rejected: '[\n["b",null,{"_row":2,"_line":1,"_errors":[<…>]}]\n]\n',
    correct: ['null,', '"B",'],
  },
};

describe('the rejected rows of a file', () => {
  let app: TestApp;
  let imports: ImportsClient;
  beforeAll(async () => {
    app = await startTestApp({ BATCH_ROWS: '3', BATCH_BYTES: '64' });
    imports = new ImportsClient(app);
    await imports.addType('equity', [{ field_key: 'isin' }, { field_key: 'listed', data_type: 'date' }]);
  });
  afterEach(() => app.database.query('DELETE FROM instruments'));
  afterAll(() => app.stop());

  async function rejectedOf(id: string, encoding: string): Promise<string> {
    const { body, headers } = await imports
      .get(`/${id}/rejected-rows`)
      .buffer(true)
      .parse((response, done) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => done(null, Buffer.concat(chunks)));
      })
      .expect(200);
    expect(headers['content-type']).toContain(`charset=${encoding}`);
    const bytes = body as Buffer;
    const mark = byteOrderMark(encoding);
    const isMarked = mark.length > 0 && bytes.subarray(0, mark.length).equals(mark);
    return (isMarked ? '\ufeff' : '') + byteDecoder(encoding).decode(bytes, true).text.toString();
  }

  /** The report of a row in CSV, quoted or not, and in JSON. */
  const withoutErrors = (text: string): string =>
    text
      .replace(/"_errors":\[.*?\](?=[,}])/g, '"_errors":[<…>]')
      .replace(
        /([,;|\t^]\d+[,;|\t^]\d+[,;|\t^])(?:"(?:[^"]|"")*"|'(?:[^'\\]|\\.)*'|[^\n"',;|\t^]+|[^\n]*?(?=[|]\n))(?=[,;|\t^])/g,
        '$1<…>',
      );

  const neverMissing = (): string => {
    throw new Error('a character is missing');
  };

  it.each(Object.entries(CASES))(
    '%s are written as it is, and the same options read them',
    async (_, given) => {
      const { file, encoding = 'utf-8', name = 'f.csv', pack = (bytes: Buffer) => bytes } = given;
      const fields = {
        resource_type: 'instruments',
        on_error: 'continue',
        defaults: EQUITY,
        ...given.fields,
      };
      const bytesOf = (text: string): Buffer => byteEncoder(encoding)(text, neverMissing);
      const job = await imports.import(pack(bytesOf(file)), fields, name);
      expect(job).toMatchObject({ status: 'completed' });
      expect(job.failed_count).toBeGreaterThan(0);

      const rejected = await rejectedOf(job.id, encoding);
      expect(withoutErrors(rejected)).toBe(given.rejected);

      const ending = name.replace(/\.(gz|zip)$/, '');
      const isWrong = await imports.import(
        bytesOf(rejected),
        fields,
        ending.includes('.') ? ending : 'f.csv',
      );
      expect(isWrong).toMatchObject({ failed_count: job.failed_count, created_count: 0, updated_count: 0 });
      if (fields.on_error === 'continue') {
        // What failed twice has the report of the second time, once.
        const again = await rejectedOf(isWrong.id, encoding);
        expect(withoutErrors(again).replace(/\d/g, '')).toBe(given.rejected.replace(/\d/g, ''));
      }

      const [wrong, right] = given.correct;
      if (wrong === '') return;
      expect(rejected).toContain(wrong);
      const corrected = bytesOf(rejected.replace(wrong, right));
      const done = await imports.import(corrected, fields, 'f' + (/\.\w*json$/.exec(ending)?.[0] ?? '.csv'));
      expect(done).toMatchObject({
        status: 'completed',
        failed_count: 0,
        errors: [],
        warnings: job.warnings,
      });
      expect(done.created_count + done.updated_count).toBeGreaterThan(0);
    },
  );
});
