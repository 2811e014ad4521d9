import { readFileSync } from 'node:fs';
import type { ResourceDescription } from '../../../src/catalog/resource';
import type { TestApp } from '../test-app';
import { readFixtures, readSetup } from './fixtures';
import { Subject } from './subject';

/** What the files in the folder of the resource say; they have a workspace of their own. */
export function fixtureContract(app: () => TestApp, resource: ResourceDescription): void {
  let subject: Subject;
  beforeAll(async () => {
    subject = await Subject.create(app(), resource);
    const setup = readSetup(resource);
    if (setup === null) await subject.rows(1);
    for (const { path, body } of setup ?? []) await subject.client.post(path, body);
  });
  beforeEach(() => subject.truncate());

  it('brings files that are right and files that are wrong', () => {
    expect(readFixtures(resource, 'ok')).not.toEqual([]);
    expect(readFixtures(resource, 'not-ok')).not.toEqual([]);
  });

  for (const { sentence, path, format, form } of readFixtures(resource, 'ok')) {
    it(`ok: ${sentence}`, async () => {
      const file = readFileSync(path);
      const first = await subject.importFile(file, format, form);
      expect(first).toMatchObject({ status: 'completed', failed_count: 0, errors: [] });
      expect(first.created_count).toBeGreaterThan(0);
      expect(first.created_count).toBe(first.row_count);
      const again = await subject.importFile(file, format, form);
      expect(again).toMatchObject({ status: 'completed', unchanged_count: first.row_count, errors: [] });
      const exported = await subject.export(format);
      await subject.truncate();
      expect(await subject.importFile(exported, format)).toMatchObject({ created_count: first.row_count });
      expect(await subject.export(format)).toBe(exported);
    });
  }

  for (const { sentence, path, format, form, errors } of readFixtures(resource, 'not-ok')) {
    it(`not ok: ${sentence}`, async () => {
      const file = readFileSync(path);
      const aborted = await subject.importFile(file, format, { ...form, on_error: 'abort' });
      expect(aborted).toMatchObject({ status: 'failed', created_count: 0, updated_count: 0 });
      expect(await subject.count()).toBe(0);
      const job = await subject.importFile(file, format, { ...form, on_error: 'continue' });
      expect(job.errors.map(({ row, column, code }) => [row, column, code])).toEqual(errors);
      expect(job.status).toBe(errors.some(([row]) => row === null) ? 'failed' : 'completed');
    });
  }
}
