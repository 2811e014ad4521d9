import { createToken, hashToken, isToken, readBearer } from './bearer-token';

describe('createToken', () => {
  it('creates ptk_live_ and 64 hex digits, never the same twice', () => {
    const one = createToken();
    expect(isToken(one.token)).toBe(true);
    expect(createToken().token).not.toBe(one.token);
  });

  it('keeps the hash and the end of the token, by which it is found and recognized', () => {
    const { token, sha256, suffix } = createToken();
    expect(sha256.equals(hashToken(token))).toBe(true);
    expect(token.endsWith(suffix)).toBe(true);
    expect(suffix).toHaveLength(4);
  });

  it.each([
    'ptk_live_12',
    `ptk_test_${'a'.repeat(64)}`,
    `ptk_live_${'A'.repeat(64)}`,
    `ptk_live_${'a'.repeat(64)}\n`,
  ])('knows that %j is no token', (text) => expect(isToken(text)).toBe(false));
});

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
