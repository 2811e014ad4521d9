import { readTrustProxy } from './read-trust-proxy';

const read = (text: string) => readTrustProxy(text, 'TRUST_PROXY');

describe('TRUST_PROXY', () => {
  it.each([
    ['0', false],
    ['1', 1],
    ['loopback', ['loopback']],
    ['10.0.0.0/8, 192.0.2.1,uniquelocal', ['10.0.0.0/8', '192.0.2.1', 'uniquelocal']],
    ['2001:db8::/32', ['2001:db8::/32']],
  ])('reads %j', (text, expected) => expect(read(text)).toEqual(expected));

  it.each([
    'true',
    '33',
    '-1',
    'proxy.example',
    '10.0.0.0/33',
    '2001:db8::/129',
    '10.0.0.0/8/8',
    '10.0.0.1,,',
    '1,2',
  ])('refuses %j with a sentence that names the setting', (text) =>
    expect(() => read(text)).toThrow('TRUST_PROXY must be'),
  );
});
