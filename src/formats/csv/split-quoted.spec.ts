import { splitQuoted } from './split-quoted';

describe('names separated by commas', () => {
  it.each([
    ['aapl,msft', ['aapl', 'msft']],
    [',aapl,,msft,', ['aapl', 'msft']],
    ['"BRK,B",aapl', ['BRK,B', 'aapl']],
    ['aapl,"a ""quoted"", name"', ['aapl', 'a "quoted", name']],
    ['"a"b,c', ['"a"b', 'c']],
    ['"never closed,b', ['"never closed', 'b']],
    ['12" pipe,"', ['12" pipe', '"']],
    ['""', []],
    ['', []],
  ])('of %s', (text, names) => expect(splitQuoted(text)).toEqual(names));

  it('of a hundred thousand with quotes', () =>
    expect(splitQuoted('"a""b,'.repeat(100_000))).toHaveLength(100_000));
});
