import { request as expressRequest } from 'express';
import type { Request } from 'express';
import { readRange } from './export-downloads';

const ETAG = '"abc"';

function ask(headers: Record<string, string>, method = 'GET', size = 100): ReturnType<typeof readRange> {
  const request = Object.assign(Object.create(expressRequest) as Request, { method, headers });
  return readRange(request, size, ETAG);
}

describe('The range of a download', () => {
  it.each([
    ['bytes=0-9', { start: 0, end: 9 }],
    ['bytes=90-', { start: 90, end: 99 }],
    ['bytes=-5', { start: 95, end: 99 }],
    ['bytes=0-1000', { start: 0, end: 99 }],
  ])('%s', (range, expected) => {
    expect(ask({ range })).toEqual(expect.objectContaining(expected));
  });

  it.each(['bytes=0-1,5-6', 'lines=0-1', 'bytes', 'nonsense'])('%s counts as the whole file', (range) => {
    expect(ask({ range })).toBeNull();
  });

  it('is outside of the file, always for an empty file', () => {
    expect(ask({ range: 'bytes=100-' })).toBe('unsatisfiable');
    expect(ask({ range: 'bytes=0-' }, 'GET', 0)).toBe('unsatisfiable');
  });

  it('counts only for the file that If-Range names', () => {
    expect(ask({ range: 'bytes=0-9', 'if-range': ETAG })).toEqual(
      expect.objectContaining({ start: 0, end: 9 }),
    );
    expect(ask({ range: 'bytes=0-9', 'if-range': '"other"' })).toBeNull();
  });

  it('is for GET alone', () => {
    expect(ask({ range: 'bytes=0-9' }, 'HEAD')).toBeNull();
  });
});
