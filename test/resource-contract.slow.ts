import { ResourceRegistry } from '../src/catalog/registry';
import { RESOURCES } from '../src/resources/resources.module';
import { accessContract } from './support/resource-contract/access-contract';
import { cancelContract } from './support/resource-contract/cancel-contract';
import { fixtureContract } from './support/resource-contract/fixture-contract';
import { identifierContract } from './support/resource-contract/identifier-contract';
import { rowContract } from './support/resource-contract/row-contract';
import { roundTripContract } from './support/resource-contract/round-trip-contract';
import { storageContract } from './support/resource-contract/storage-contract';
import { BATCH_ROWS, Subject } from './support/resource-contract/subject';
import { startTestApp, type TestApp } from './support/test-app';

jest.setTimeout(60_000);

let app: TestApp;

/** Batches so small that the files of this suite span several. */
beforeAll(async () => {
  app = await startTestApp({ BATCH_ROWS: String(BATCH_ROWS), BATCH_BYTES: '256' });
}, 60_000);
afterAll(() => app.stop());

const importable = RESOURCES.filter((resource) => resource.importable === true);

for (const resource of importable) {
  describe(`The contract of ${resource.name}`, () => {
    let subject: Subject;
    beforeAll(async () => {
      subject = await Subject.create(app, resource);
    });
    beforeEach(() => subject.truncate());

    const given = (): Subject => subject;
    storageContract(given);
    rowContract(given);
    identifierContract(given, resource);
    roundTripContract(given);
    cancelContract(given);
    accessContract(given, resource);
    describe('with the files of its folder', () => fixtureContract(() => app, resource));
  });
}

describe('Resources that no file fills', () => {
  const others = RESOURCES.filter(({ importable }) => importable !== true).map(({ name }) => name);

  it.each(others)('%s: an import is refused with the sentence of the description', async (name) => {
    const resource = app.app.get(ResourceRegistry).get(name);
    const answer = await app.http
      .post(`/v1/workspaces/${app.workspace}/imports`)
      .set('Authorization', `Bearer ${app.token}`)
      .field('resource_type', name)
      .attach('file', Buffer.from('identifier\na\n'), 'file.csv');
    expect([answer.status, answer.body.code]).toEqual([422, 'unsupported_resource_type']);
    expect(answer.body.detail).toContain(resource.importable);
    const template = await app.http
      .get(`/v1/workspaces/${app.workspace}/imports/templates/${name}`)
      .set('Authorization', `Bearer ${app.token}`);
    expect(template.status).toBe(404);
  });
});
