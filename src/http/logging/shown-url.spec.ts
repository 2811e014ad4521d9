import { shownUrl } from './shown-url';

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
