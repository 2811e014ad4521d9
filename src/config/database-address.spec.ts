import { databaseServers, readDatabaseUrl } from './database-address';

describe('DATABASE_URL', () => {
  it.each([
    'postgres://localhost/db',
    'postgresql://u:p@h1:5432,h2/db?target_session_attrs=read-write',
    'postgresql://u:p@h1,[::1]:5433/db?sslmode=require',
    'postgres://h/db?target_session_attrs=primary',
    'postgres:///db?host=/run/postgresql',
  ])('takes %s', (url) => {
    expect(readDatabaseUrl(url, 'DATABASE_URL')).toBe(url);
  });

  it('names its servers in order, and the address of the first one for the driver', () => {
    const url =
      'postgresql://u:p%40@h1:5433,h2,[::1]:5434/db?sslmode=require&target_session_attrs=read-write';
    expect(databaseServers(url)).toEqual({
      hosts: [
        { host: 'h1', port: 5433 },
        { host: 'h2', port: 5432 },
        { host: '::1', port: 5434 },
      ],
      firstUrl: 'postgresql://u:p%40@h1:5433/db?sslmode=require',
      readWrite: true,
    });
  });

  it('is left to the driver where it names one server and asks for nothing', () => {
    expect(databaseServers('postgres://u:p@h:5432/db?sslmode=require')).toBeNull();
    expect(databaseServers('postgres:///db?host=/run/postgresql')).toBeNull();
  });

  it.each([
    ['postgres://h1:99999,h2/db', /^DATABASE_URL must be an address such as/],
    ['postgres://h1,,h2/db', /^DATABASE_URL must be an address such as/],
    ['mysql://u:hunter2@h1,h2/db', /^DATABASE_URL must be an address such as(?!.*hunter2)/],
    [
      'postgres://h1,h2/db?target_session_attrs=standby',
      /^DATABASE_URL: target_session_attrs must be one of any,/,
    ],
    [
      'postgres://h1,h2/db?target_session_attrs=any',
      /^DATABASE_URL names 2 servers, .* set target_session_attrs to/,
    ],
  ])('refuses %s', (url, sentence) => {
    expect(() => readDatabaseUrl(url, 'DATABASE_URL')).toThrow(sentence);
  });
});
