import { type Announcement, writeAnnouncement } from './write-announcement';

const announcement: Announcement = {
  baseUrl: 'http://127.0.0.1:3000',
  role: 'all',
  workspaceSlug: 'default',
  newToken: null,
  servers: ['PostgreSQL 18.4, private, in /data'],
};

describe('the announcement', () => {
  it('contains the console, the docs, the workspace and the private servers', () => {
    const text = writeAnnouncement(announcement);
    expect(text).toMatch(/console +http:\/\/127\.0\.0\.1:3000\/$/m);
    expect(text).toContain('http://127.0.0.1:3000/docs');
    expect(text).toMatch(/workspace +default/);
    expect(text).toContain('PostgreSQL 18.4, private, in /data');
  });

  it('shows a token only when it is new', () => {
    const newToken = `ptk_live_${'0'.repeat(64)}`;
    expect(writeAnnouncement({ ...announcement, newToken })).toContain(newToken);
    expect(writeAnnouncement(announcement)).not.toContain('token');
  });

  it('of a worker contains its health check and no docs', () => {
    const text = writeAnnouncement({ ...announcement, role: 'worker' });
    expect(text).toContain('/health/ready');
    expect(text).not.toContain('/docs');
    expect(text).not.toContain('console');
  });
});
