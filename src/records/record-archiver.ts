import { Injectable } from '@nestjs/common';
import type { ResourceDescription } from '../catalog/resource';
import { quote, SqlParams } from '../catalog/sql/sql-text';
import { isRecord } from '../catalog/sql/write-record-sql';
import { Database } from '../database/database';
import type { Sql } from '../database/sql';
import type { JsonObject } from '../formats/json/json-value';
import { notFound, problem } from '../http/problem/problem.exception';
import { checkPeriod } from './check-period';
import { findRecord, type RecordLock, type RecordRow, textOf } from './find-record';
import { inTransaction, isViolation } from './in-transaction';
import { TypeReader } from './type-reader';
import { recordResponse } from './record-response';

/** Archives, restores and deletes records. */
@Injectable()
export class RecordArchiver {
  constructor(
    private readonly database: Database,
    private readonly types: TypeReader,
  ) {}

  /** Archives a record; an archived record stays unchanged. Throws 404. */
  archive(resource: ResourceDescription, workspaceId: string, id: string): Promise<void> {
    return this.database.transaction('READ COMMITTED', (tx) => this.archiveIn(tx, resource, workspaceId, id));
  }

  /** The same inside a transaction of the caller. */
  async archiveIn(tx: Sql, resource: ResourceDescription, workspaceId: string, id: string): Promise<void> {
    const record = await locked(tx, resource, workspaceId, id);
    if (textOf(record, 'archived_at') === null) await setArchived(tx, resource, workspaceId, record, true);
  }

  /**
   * Restores an archived record. Throws 404, and 409 for an active record or one whose period overlaps
   * another.
   */
  restore(resource: ResourceDescription, workspaceId: string, id: string): Promise<JsonObject> {
    return inTransaction(this.database, async (tx) => {
      const record = await locked(tx, resource, workspaceId, id);
      if (textOf(record, 'archived_at') === null) {
        throw problem(
          409,
          'conflict',
          `This ${resource.noun} is not archived, so there is nothing to restore.`,
        );
      }
      const valueOf = (name: string): string | null => textOf(record, name);
      const period = { valueOf, parentKey: null, id: valueOf('id'), active: true };
      await checkPeriod(tx, resource, workspaceId, period);
      await setArchived(tx, resource, workspaceId, record, false);
      const typeId = resource.customFields && textOf(record, resource.customFields.typeField);
      const types = await this.types.byId(tx, resource, workspaceId, [typeId]);
      return recordResponse(
        resource,
        types,
        await locked(tx, resource, workspaceId, textOf(record, 'id') ?? ''),
      );
    });
  }

  /**
   * Deletes a record, with the rows that its table deletes by cascade. Throws 404, 422 where records are
   * only archived, 409 while the record is in use.
   */
  async remove(resource: ResourceDescription, workspaceId: string, id: string): Promise<void> {
    if (!resource.hardDelete) {
      const message = `${resource.title} are archived, never removed; leave "hard" out.`;
      throw problem(422, 'invalid_value', message, {
        errors: [{ pointer: '?hard', code: 'invalid_value', message }],
      });
    }
    try {
      await this.database.transaction('READ COMMITTED', async (tx) => {
        const record = await locked(tx, resource, workspaceId, id, 'FOR UPDATE');
        const params = new SqlParams();
        const one = isRecord(resource, workspaceId, textOf(record, 'id') ?? '', params);
        await tx.query(`DELETE FROM ${quote(resource.table)} r WHERE ${one}`, params.values);
      });
    } catch (error) {
      if (isViolation(error))
        throw problem(409, 'conflict', `This ${resource.noun} is still in use; archive it instead.`);
      throw error;
    }
  }
}

async function locked(
  tx: Sql,
  resource: ResourceDescription,
  workspaceId: string,
  id: string,
  lock: RecordLock = 'FOR NO KEY UPDATE',
): Promise<RecordRow> {
  const record = await findRecord(tx, resource, workspaceId, id, lock);
  if (!record) throw notFound();
  return record;
}

async function setArchived(
  tx: Sql,
  resource: ResourceDescription,
  workspaceId: string,
  record: RecordRow,
  archived: boolean,
): Promise<void> {
  const params = new SqlParams();
  const one = isRecord(resource, workspaceId, textOf(record, 'id') ?? '', params);
  await tx.query(
    `UPDATE ${quote(resource.table)} r
     SET archived_at = ${archived ? 'clock_timestamp()' : 'NULL'}, updated_at = clock_timestamp() WHERE ${one}`,
    params.values,
  );
}
