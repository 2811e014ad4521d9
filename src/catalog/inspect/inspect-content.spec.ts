import fc from 'fast-check';
import { instruments } from '../../resources/instruments/instruments.resource';
import { instrumentTypes } from '../../resources/instruments/instrument-types.resource';
import { ResourceRegistry } from '../registry';
import type { InspectionGiven } from './given-options';
import { inspectContent, type ContentProposal } from './inspect-content';
import { readRows } from './read-rows';

const GIVEN: InspectionGiven = {
  resourceType: null,
  format: null,
  identifierColumn: null,
  spreadsheetSafe: false,
  mapping: {},
  defaults: {},
  options: {},
};
const registry = new ResourceRegistry([instruments, instrumentTypes]);

const inspect = (bytes: Uint8Array, isWhole = true, given = GIVEN): Promise<ContentProposal> =>
  inspectContent({ bytes: Buffer.from(bytes), isWhole, fileName: 'file.csv' }, registry, given);

/** Reads the rows by the proposal too, as the service does. */
async function inspectAndRead(bytes: Uint8Array, isWhole: boolean): Promise<ContentProposal> {
  const content = await inspect(bytes, isWhole);
  if (content.read !== null && content.proposal.resource_type === 'instruments') {
    const { mapping, defaults, field_options, unpivot } = content.proposal;
    const options = { field_options, ...(unpivot && { unpivot }) };
    readRows(content.read.records, {
      resource: instruments,
      types: [],
      binding: { mapping, defaults, identifierColumn: null, options },
      spreadsheetSafe: false,
      header: content.read.header,
      csv: content.inspection.csv_options ?? {},
      refusesRepeated: true,
    });
  }
  return content;
}

/** Pieces of files: what decides about formats, quotes, dates, numbers and names. */
const pieces = fc.constantFrom(
  ',',
  ';',
  '\t',
  '|',
  '"',
  "'",
  '\\',
  '\n',
  '\r\n',
  '\r',
  '#',
  '{',
  '}',
  '[',
  ']',
  ':',
  ' ',
  '\0',
  '\ufeff',
  'Symbol',
  'Name',
  'Date',
  'Close',
  'N/A',
  'null',
  'true',
  '1.5',
  '1,234',
  '-',
  '01/02/2026',
  '20260131',
  '1704067200',
  '2026-01-31T10:00:00Z',
  'START-OF-DATA',
  'END-OF-DATA',
  'START-OF-FIELDS',
  '__proto__',
  '"data":',
  '\ud800',
  'é',
  '日付',
);
const texts = fc.array(pieces, { maxLength: 200 }).map((parts) => Buffer.from(parts.join('')));
const bytes = fc.uint8Array({ maxLength: 2_000 });

describe('inspecting any bytes', () => {
  it('says something of each, and never fails', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(texts, bytes), fc.boolean(), async (content, isWhole) => {
        const { inspection } = await inspectAndRead(content, isWhole);
        expect(JSON.stringify(inspection)).toBeDefined();
        if (inspection.format === null) expect(inspection.problems).not.toEqual([]);
      }),
      { numRuns: 1_500 },
    );
  });

  const MIB = 1_048_576;
  it.each([
    ['commas', ','.repeat(MIB)],
    ['quotes', '"'.repeat(MIB)],
    ['line ends', '\n'.repeat(MIB)],
    ['blanks', ' '.repeat(MIB)],
    ['quotes and commas', '",'.repeat(MIB / 2)],
    ['open arrays', '['.repeat(MIB)],
    ['open objects', '{"a":'.repeat(MIB / 5)],
    ['objects', `[${'{},'.repeat(MIB / 3)}{}]`],
    ['digits', `Date\n${'1'.repeat(MIB)}\n`],
    ['short rows', `Date,b\n${'1,2\n'.repeat(MIB / 4)}`],
    [
      'a thousand columns of dates',
      `${Array(999)
        .fill('x')
        .map((x, at) => `${x}${at}`)
        .join(',')}\n${`${Array(999).fill('01/02/2026').join(',')}\n`.repeat(90)}`,
    ],
    ['backslashes', `a,b\n"${'\\'.repeat(MIB)}",x\n`],
    ['comments', '#\n'.repeat(MIB / 2)],
    ['high bytes', Buffer.alloc(MIB, 0xe9)],
  ] as [string, string | Buffer][])('takes bounded time for a mebibyte of %s', async (_, content) => {
    const before = process.cpuUsage();
    await inspectAndRead(Buffer.from(content).subarray(0, MIB), false);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1_000).toBeLessThan(3_000); // ten times what it takes: a machine may be slow
  });
});

describe('what is known of an encoding', () => {
  const latin = Buffer.from('Symbol,Name\nA,Société Générale\nB,Crédit Agricole\n', 'latin1');

  it('is the likely one of a file that is not UTF-8, and the rest is detected by it', async () => {
    const { inspection } = await inspect(latin);
    expect(inspection).toMatchObject({
      encoding: { label: null, likely: 'windows-1252' },
      mapping: { Symbol: 'identifier', Name: 'name' },
    });
    expect(inspection.csv_options).not.toHaveProperty('encoding');
    expect(inspection.questions).toMatchObject([
      { code: 'encoding', choices: [{ options: { csv_options: { encoding: 'windows-1252' } } }] },
    ]);
  });

  it('is the one that is named', async () => {
    const { inspection } = await inspect(latin, true, {
      ...GIVEN,
      options: { csv_options: { encoding: 'windows-1252' } },
    });
    expect(inspection).toMatchObject({
      encoding: { label: 'windows-1252', likely: null },
      questions: [],
      problems: [],
    });
  });
});

describe('options of the sender that cannot be meant', () => {
  it.each([
    ['csv_options', 'a,b\n1,2\n', { csv_options: { columns: ['a'], header_row: 2 } }],
    ['csv_options.encoding', 'a,b\n1,2\n', { csv_options: { encoding: 'klingon' } }],
    ['json_options', '{"a":[{}]}', { json_options: { record_path: 'a' } }],
    ['json_options.rows_path', '{"a":[{}]}', { json_options: { rows_path: '/a' } }],
  ] as [string, string, InspectionGiven['options']][])('are a problem: %s', async (_, text, options) => {
    const { inspection } = await inspect(Buffer.from(text), true, { ...GIVEN, options });
    expect(inspection.problems).not.toEqual([]);
  });
});
