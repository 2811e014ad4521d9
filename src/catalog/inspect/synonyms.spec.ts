import { fitOf, isKnownName, nameKey, SYNONYMS, type Concept } from './synonyms';

describe('the table of names', () => {
  it('compares names by their letters and digits, without case', () => {
    expect(['<TICKER>', 'ticker', 'Ticker ', '#Ticker'].map(nameKey)).toEqual(Array(4).fill('ticker'));
    expect(nameKey('Adj Close*')).toBe(nameKey('adj_close'));
    expect(nameKey('ＣＯＤＥ')).toBe('code');
  });

  it('has each name once in a list', () => {
    for (const names of Object.values(SYNONYMS)) expect(new Set(names.map(nameKey)).size).toBe(names.length);
  });

  it.each([
    ['Symbol', 'instrument'],
    ['RIC', 'instrument'],
    ['Company', 'name'],
    ['Security', 'name'],
    ['Time Period', 'timestamp'],
    ['window_start', 'timestamp'],
    ['Adj Close', 'adj_close'],
    ['AdjClose', 'adj_close'],
    ['MIC', 'market'],
  ] as [string, Concept][])('knows %s as %s', (name, concept) => {
    expect(fitOf(name, concept)).not.toBeNull();
    expect(isKnownName(name)).toBe(true);
  });

  it('ranks names in the order of the table', () => {
    expect(fitOf('Company Name', 'name')).toBeLessThan(fitOf('Security Name', 'name') ?? 0);
    expect(fitOf('52 Week Low', 'low')).toBeNull();
  });
});
