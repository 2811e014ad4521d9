import { readPairs } from './read-pairs';

describe('pairs of the command line', () => {
  it('are a JSON object, cut where the field is: a column and a value may have "=" in them', () => {
    expect(readPairs('map', ['Symbol=identifier', 'a=b=name'], 'right')).toBe(
      '{"Symbol":"identifier","a=b":"name"}',
    );
    expect(readPairs('default', ['type_id=equity', 'extras={"a":"b=c"}', 'note='], 'left')).toBe(
      '{"type_id":"equity","extras":"{\\"a\\":\\"b=c\\"}","note":""}',
    );
  });

  it('are nothing when there is none', () => {
    expect(readPairs('map', [], 'right')).toBeUndefined();
  });

  it.each(['Symbol', '=name', ''])('are not %j', (pair) => {
    expect(() => readPairs('map', [pair], 'right')).toThrow(/--map takes a pair/);
  });

  it('name nothing twice', () => {
    expect(() => readPairs('map', ['a=b', 'a=c'], 'right')).toThrow('--map names "a" twice.');
  });
});
