import { readCsvHead } from './read-csv-head';
import { readJsonHead } from './read-json-head';

describe('the first rows of a CSV file', () => {
  it('are split at commas and line ends outside quotes', () => {
    const text = 'a,b\r\n"x, ""y""",2\n\n"two\nlines",3\n';
    expect(readCsvHead(text, 10, true)).toEqual([
      ['a', 'b'],
      ['x, "y"', '2'],
      ['two\nlines', '3'],
    ]);
  });

  it('leave out a record that the slice cuts, unless the file ends there', () => {
    expect(readCsvHead('a,b\n1,2\n3,', 10, false)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
    expect(readCsvHead('a,b\n3,', 10, true)).toEqual([
      ['a', 'b'],
      ['3', ''],
    ]);
  });

  it('stop at the number that is wanted', () => {
    expect(readCsvHead('a\n1\n2\n3\n', 2, true)).toEqual([['a'], ['1']]);
  });
});

describe('the first objects of a JSON file', () => {
  it('keep every number digit for digit', () => {
    const [first] = readJsonHead('[{"v": 0.1234567890123456789, "n": "1.10", "x": null}]', 5);
    expect([...(first ?? [])]).toEqual([
      ['v', '0.1234567890123456789'],
      ['n', '1.10'],
      ['x', ''],
    ]);
  });

  it('are read from an array and from lines alike', () => {
    const wanted = [['a', '{"b":[1,"]"]}']];
    for (const text of ['[ {"a": {"b":[1,"]"]}} , {"a"', '{"a": {"b":[1,"]"]}}\n{"a": 2']) {
      expect(readJsonHead(text, 5).map((object) => [...object])).toEqual([wanted]);
    }
  });

  it('stop at what is no object', () => {
    expect(readJsonHead('[1, {"a":2}]', 5)).toEqual([]);
    expect(readJsonHead('not json', 5)).toEqual([]);
  });
});
