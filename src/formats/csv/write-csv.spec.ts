import { formatCsvRecord } from './write-csv';

describe('formatCsvRecord', () => {
  it('quotes where it has to and nowhere else', () => {
    expect(formatCsvRecord(['a', 'b c', '1.10', '=x', "'"])).toBe("a,b c,1.10,=x,'\n");
    expect(formatCsvRecord(['a,b', 'say "hi"', 'x\ny', 'x\ry'])).toBe('"a,b","say ""hi""","x\ny","x\ry"\n');
  });

  it('writes null and the empty text as an empty cell', () => {
    expect(formatCsvRecord(['a', null, '', 'b'])).toBe('a,,,b\n');
    expect(formatCsvRecord([null, null])).toBe(',\n');
  });

  it('never writes an empty line, which would be no record', () => {
    expect(formatCsvRecord([null])).toBe('""\n');
    expect(formatCsvRecord([''])).toBe('""\n');
    expect(formatCsvRecord(['  '])).toBe('"  "\n');
  });

  it('never begins with what would be read as a byte order mark', () => {
    expect(formatCsvRecord(['\ufeffa', 'b'])).toBe('"\ufeffa",b\n');
  });
});
