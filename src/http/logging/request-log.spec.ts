import type { Request } from 'express';
import { requestId, shownUrl } from './request-log';

const request = (id?: string): Request =>
  ({ headers: id === undefined ? {} : { 'x-request-id': id } }) as never;

describe('requestId', () => {
  it('takes over a sane id of the client', () => {
    expect(requestId(request('trace-0123.456_A'))).toBe('trace-0123.456_A');
  });

  it.each(['', 'short', 'a b c d e f g h', 'line\nbreak-line', 'x'.repeat(65), `ptk_live_${'0'.repeat(50)}`])(
    'creates one of its own instead of %j',
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

const ID = '0b9f6a3e-53c5-4a53-9f2b-6f2d3a1c8e11';
const route = { path: '/v1/workspaces/:workspaceId/instruments/:id' };
const url = (id: string, query = ''): string =>
  shownUrl({
    originalUrl: `/v1/workspaces/default/instruments/${encodeURIComponent(id)}${query}`,
    route,
    params: { workspaceId: 'default', id },
  });

describe('the URL of a request in the log', () => {
  it('keeps ids that we gave and the workspace', () => {
    expect(url(ID)).toBe(`/v1/workspaces/default/instruments/${ID}`);
  });

  it('shows no identifier: it is data of a workspace', () => {
    expect(url('secret.ax')).toBe('/v1/workspaces/default/instruments/:id');
  });

  it('keeps how something is asked for, and not what is searched for', () => {
    expect(url(ID, `?limit=5&archived=all&q=secret&ids=secret,${ID}&type_id=${ID}&after=abc`)).toBe(
      `/v1/workspaces/default/instruments/${ID}?limit=5&archived=all&q=…&ids=…&type_id=${ID}&after=…`,
    );
  });

  it('shows no parameter of another form than it may have', () => {
    expect(url(ID, '?limit=drop%20table&a%20b=1')).toBe(
      `/v1/workspaces/default/instruments/${ID}?limit=…&…=…`,
    );
  });

  it('is the path as it came where no route has it', () => {
    expect(shownUrl({ originalUrl: '/nothing?x=1', route: undefined, params: {} })).toBe('/nothing?x=…');
  });
});
