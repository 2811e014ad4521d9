import type { Request } from 'express';
import { requestId } from './request-id';

const request = (id?: string): Request =>
  ({ headers: id === undefined ? {} : { 'x-request-id': id } }) as never;

describe('requestId', () => {
  it('takes over a sane id of the client', () => {
    expect(requestId(request('trace-0123.456_A'))).toBe('trace-0123.456_A');
  });

  it.each(['', 'short', 'a b c d e f g h', 'line\nbreak-line', 'x'.repeat(65), `ptk_live_${'0'.repeat(50)}`])(
    'makes one of its own instead of %j',
    (id) => {
      expect(requestId(request(id))).toMatch(/^[0-9a-f-]{36}$/);
    },
  );

  it('stays the same for one request and differs for another', () => {
    const one = request();
    expect(requestId(one)).toBe(requestId(one));
    expect(requestId(one)).not.toBe(requestId(request()));
  });
});
