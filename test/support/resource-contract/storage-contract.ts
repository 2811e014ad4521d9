import { DataSource } from 'typeorm';
import { checkConformance } from '../../../src/catalog/check-conformance';
import { describeEntity, describeTable } from '../../../src/records/conformance.service';
import type { Subject } from './subject';

/** What is described is what is stored. */
export function storageContract(given: () => Subject): void {
  it('is described as its entity and its table are', async () => {
    const { app, resource } = given();
    const entity = describeEntity(app.app.get(DataSource).getMetadata(resource.entity));
    const table = await describeTable(app.database, resource.table);
    expect(table).not.toBeNull();
    expect(checkConformance(resource, entity)).toEqual([]);
    expect(table && checkConformance(resource, table)).toEqual([]);
  });
}
