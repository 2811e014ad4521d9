import { startTestApp, type TestApp } from './support/test-app';
import { WorkspaceClient } from './support/workspace-client';

jest.setTimeout(60_000);

describe('the error report of an import', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.stop());

  it('returns 410 when its time was over, while the job itself is still there', async () => {
    const client = new WorkspaceClient(app, app.token, app.workspace);
    const file = 'identifier,name,type_id\na,A,nothing\n';
    const { id, error_count } = await client.import({ file, resource_type: 'instruments' });
    expect(error_count).toBe(1);
    // What the sweep does, apart from the clock.
    await app.database.query('DELETE FROM import_row_errors WHERE job_id = $1', [id]);
    await app.database.query('UPDATE import_jobs SET blob_removed_at = now() WHERE id = $1', [id]);
    const path = `/v1/workspaces/${app.workspace}/imports/${id}`;
    const get = (url: string) => app.http.get(url).set('Authorization', `Bearer ${app.token}`);
    const report = await get(`${path}/errors`);
    expect([report.status, report.body.code]).toEqual([410, 'gone']);
    expect((await get(path)).status).toBe(200);
  });
});
