import { readRedisUrl, sentinelAddress } from './redis-address';

describe('REDIS_URL', () => {
  it.each(['redis://h:6379', 'rediss://:secret@h/2', 'redis+sentinel://h/mymaster'])('takes %s', (url) => {
    expect(readRedisUrl(url, 'REDIS_URL')).toBe(url);
  });

  it('names sentinels, the master, the database and both logins', () => {
    const url =
      'redis+sentinel://app:p%40ss@h1,h2:26380,[::1]:26381/my-master/3?sentinel_user=s&sentinel_password=p%2Fq';
    expect(sentinelAddress(url)).toEqual({
      sentinels: [
        { host: 'h1', port: 26_379 },
        { host: 'h2', port: 26_380 },
        { host: '::1', port: 26_381 },
      ],
      master: 'my-master',
      database: 3,
      user: 'app',
      password: 'p@ss',
      sentinelUser: 's',
      sentinelPassword: 'p/q',
    });
    expect(sentinelAddress('redis+sentinel://:secret@h/m')).toMatchObject({
      user: undefined,
      password: 'secret',
    });
    expect(sentinelAddress('redis://h:6379')).toBeNull();
  });

  it.each([
    'redis+sentinel://h1:26379',
    'redis+sentinel://h1:26379/',
    'redis+sentinel:///master',
    'redis+sentinel://h1:70000/master',
    'redis+sentinel://h1,,h2/master',
    'redis+sentinel://h1/master/one',
    'redis+sentinel://h1/master?tls=1',
    'redis+sentinel://u:%ZZ@h1/master',
  ])('refuses %s in a sentence that names the setting and shows the form', (url) => {
    expect(() => readRedisUrl(url, 'REDIS_URL')).toThrow(
      /^REDIS_URL must be an address such as redis\+sentinel:\/\/user:password@host1:26379,host2:26379\/master-name\/0: .*\.$/,
    );
  });

  it('never shows a password in an error', () => {
    for (const url of ['redis+sentinel://u:hunter2@h1', 'http://u:hunter2@h1'])
      expect(() => readRedisUrl(url, 'REDIS_URL')).toThrow(/^(?!.*hunter2)/);
  });
});
