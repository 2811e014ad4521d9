import { count, duration, rows, size } from './terminal';

describe('formatted numbers', () => {
  it('are easy to read', () => {
    expect([count(1_000_000), rows(1), rows(0)]).toEqual(['1,000,000', '1 row', '0 rows']);
    expect([size(999), size(53_633), size(104_857_600)]).toEqual(['999 bytes', '53.6 kB', '104.9 MB']);
    expect([duration(8_140), duration(125_000)]).toEqual(['8.1 s', '2 min 5 s']);
  });
});
