import { readBearer } from './read-bearer';

const read = (...authorization: string[]): string =>
  readBearer({ headersDistinct: authorization.length === 0 ? {} : { authorization } });

describe('readBearer', () => {
  it('reads the token, whatever the case of the scheme', () => {
    expect(read('Bearer abc')).toBe('abc');
    expect(read('bEARER  abc')).toBe('abc');
  });

  it.each([
    [[]],
    [['']],
    [['Bearer']],
    [['Bearer a b']],
    [['Basic abc']],
    [['abc']],
    [['Bearer a', 'Bearer b']],
  ])('refuses %j', (headers) => expect(() => read(...headers)).toThrow('exactly one header'));
});
