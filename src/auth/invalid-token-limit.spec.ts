import { SharedBuckets } from './shared-buckets';
import { clientOf, InvalidTokenLimit } from './invalid-token-limit';

class Refused extends Error {}
const isInvalid = (error: unknown): boolean => error instanceof Refused;

describe('InvalidTokenLimit', () => {
  let now: number;
  let asked: number;
  let limit: InvalidTokenLimit;
  let clients: SharedBuckets;
  beforeEach(() => {
    now = 0;
    asked = 0;
    const redisIsDown = { run: () => Promise.resolve(null) };
    clients = new SharedBuckets(redisIsDown, 'clients', 60, 60_000, () => now);
    limit = new InvalidTokenLimit(clients, () => now);
  });

  const send = (client: string, token: string, outcome: 'valid' | 'invalid' | 'lost'): Promise<string> =>
    limit
      .run(
        client,
        token,
        () => {
          asked++;
          if (outcome === 'valid') return Promise.resolve('let in');
          return Promise.reject(outcome === 'invalid' ? new Refused() : new Error('no database'));
        },
        isInvalid,
      )
      .catch((error: { code?: string; message: string }) => error.code ?? error.constructor.name);

  const flood = (client: string, count: number): Promise<string[]> =>
    Promise.all(Array.from({ length: count }, (_, n) => send(client, `bad${n}`, 'invalid')));

  it('asks about no more invalid tokens of an address than it may send, however many come at once', async () => {
    const outcomes = await flood('a', 500);
    expect(outcomes.filter((outcome) => outcome === 'Refused')).toHaveLength(60);
    expect(outcomes.filter((outcome) => outcome === 'too_many_invalid_tokens')).toHaveLength(440);
    expect(asked).toBe(60);
    expect(await send('b', 'bad', 'invalid')).toBe('Refused');
    now = 2_000;
    expect(await flood('a', 3)).toEqual(['Refused', 'Refused', 'too_many_invalid_tokens']);
  });

  it('lets tokens in that were valid before, and others as soon as the address may send one more', async () => {
    expect(await send('a', 'good', 'valid')).toBe('let in');
    await flood('a', 100);
    expect(await send('a', 'good', 'valid')).toBe('let in');
    expect(await send('a', 'new', 'valid')).toBe('too_many_invalid_tokens');
    now = 1_000;
    expect(await send('a', 'new', 'valid')).toBe('let in');
    expect(await send('a', 'newer', 'valid')).toBe('let in'); // a valid token uses nothing up
    now = 4_000_000;
    await flood('a', 100);
    expect(await send('a', 'good', 'valid')).toBe('too_many_invalid_tokens'); // proven an hour ago, and no more
  });

  it('counts a token that was valid and is no longer', async () => {
    await send('a', 'good', 'valid');
    await flood('a', 60);
    expect(await send('a', 'good', 'invalid')).toBe('too_many_invalid_tokens');
    expect(await send('a', 'good', 'invalid')).toBe('too_many_invalid_tokens');
    expect(asked).toBe(62);
  });

  it('does not count what fails for another reason', async () => {
    for (let n = 0; n < 100; n++) expect(await send('a', 'good', 'lost')).toBe('Error');
    expect(await send('a', 'good', 'valid')).toBe('let in');
  });

  it('remembers a bounded number of addresses and tokens, those that were active last', async () => {
    for (let n = 0; n < 25_000; n++)
      await send(`address${n}`, `token${n}`, n % 2 === 0 ? 'valid' : 'invalid');
    const { proven } = limit as unknown as Record<string, Map<string, unknown>>;
    const { local, waiting } = clients as unknown as Record<string, { size: number }>;
    expect([local?.size, waiting?.size, proven?.size]).toEqual([10_000, 0, 10_000]);
  });
});

describe('clientOf', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0db8:0001:2::6', '2001:db8:1:2'],
    ['2001:db8::', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['', ''],
  ])('of %j is %j', (address, client) => expect(clientOf(address)).toBe(client));
});
