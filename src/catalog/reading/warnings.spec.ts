import { instruments } from '../../resources/instruments/instruments.resource';
import { bindHeader } from '../binding/bind-header';
import { Binder } from '../binding/binder';
import type { CustomField, RecordType } from '../record-type';
import { CellReader } from './cell-reader';
import { FieldWarnings, warnOfIgnored } from './field-warnings';
import { RecordWarnings } from './record-warnings';
import { Warnings } from './warnings';

const custom = (key: string): CustomField => ({
  ...{ key, label: key, dataType: 'text', required: false, hasDefault: false, defaultValue: null },
  ...{ allowNull: true, displayOrder: 1 },
});
const types: readonly RecordType[] = [
  { id: 't', identifier: 'equity', fieldsVersion: 1, fields: ['isin', 'cusip'].map(custom) },
];
const newBinder = (mapping: Record<string, string | null> = {}): Binder =>
  new Binder(instruments, types, { mapping, defaults: {}, identifierColumn: null });

const shown = (warnings: Warnings): unknown[] =>
  warnings.all.map(({ code, column, count, first_row }) => [code, column, count, first_row]);

/** The warnings of the values of a CSV file. */
function ofCells(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  spreadsheetSafe = false,
): unknown[] {
  const warnings = new Warnings();
  const records = rows.map((cells, index) => ({ row: index + 1, line: index + 2, cells: [...cells] }));
  const bytes = Buffer.from(rows.map((cells) => cells.join(',')).join('\n'));
  new RecordWarnings(warnings, header, spreadsheetSafe).look({ bytes }, records);
  const binder = newBinder();
  const reader = new CellReader(binder, bindHeader(binder, header), spreadsheetSafe);
  new FieldWarnings(warnings, binder).look(records.map((record) => reader.read(record)));
  return shown(warnings);
}

describe('the warnings of columns', () => {
  const of = (binder: Binder, columns: readonly string[]): Warnings => {
    const warnings = new Warnings();
    warnOfIgnored(binder, columns, warnings);
    return warnings;
  };

  it('name the field that an ignored column is close to, and the advice is accepted', () => {
    const [warning, ...others] = of(newBinder(), ['ISIN', 'Price', 'nmae']).all;
    expect(others.map(({ column }) => column)).toEqual(['nmae']);
    expect(warning).toMatchObject({ code: 'ignored_column', column: 'ISIN', count: 1, first_row: null });
    const [mapped, ignored] = [...(warning?.message ?? '').matchAll(/mapping=(\{.*?\})/g)].map(
      ([, text]) => JSON.parse(text ?? '') as Record<string, string | null>,
    );
    expect(mapped).toEqual({ ISIN: 'isin' });
    expect(ignored).toEqual({ ISIN: null });
    expect(of(newBinder(ignored), ['ISIN']).all).toEqual([]);
  });
});

describe('the warnings of values', () => {
  it('are none for an ordinary file', () => {
    expect(
      ofCells(
        ['identifier', 'name'],
        [
          ['aapl', "Rock'n'roll"],
          ['1', '1.5'],
        ],
      ),
    ).toEqual([]);
  });

  it('know identifiers that a spreadsheet changed', () => {
    expect(
      ofCells(
        ['identifier', 'name', 'cusip'],
        [
          ['660.0', '660.0', '1'],
          ['1.23E+11', 'x', '3.7E+08'],
          ['660.0', 'x', ''],
        ],
      ),
    ).toEqual([
      ['spreadsheet_number', 'identifier', 3, 1],
      ['spreadsheet_number', 'cusip', 1, 2],
    ]);
  });

  it('know a character that was lost', () => {
    expect(
      ofCells(
        ['identifier', 'name'],
        [
          ['a', 'Soci\ufffdt\ufffd'],
          ['b', 'B'],
        ],
      ),
    ).toEqual([['replacement_character', 'name', 1, 1]]);
  });

  it('know a header that is a row', () => {
    expect(
      ofCells(
        ['identifier', 'name'],
        [
          ['a', 'A'],
          ['identifier', 'name'],
        ],
      ),
    ).toEqual([['repeated_header', null, 1, 2]]);
  });

  it('know a spreadsheet-safe file that was sent without saying so', () => {
    const rows = [
      ['a', "'=1+1"],
      ['b', "'-x"],
    ];
    expect(ofCells(['identifier', 'name'], rows)).toEqual([['spreadsheet_escape', 'name', 2, 1]]);
    expect(ofCells(['identifier', 'name'], rows, true)).toEqual([]);
  });
});
