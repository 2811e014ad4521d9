import { Inject, Injectable } from '@nestjs/common';
import type { RecordType } from '../catalog/record-type';
import { ResourceRegistry } from '../catalog/registry';
import type { ResourceDescription } from '../catalog/resource';
import { isInWorkspace, quote } from '../catalog/sql/sql-text';
import { ARCHIVED_AT, systemFieldsOf } from '../catalog/resource-fields';
import { SETTINGS } from '../config/config.module';
import type { Settings } from '../config/settings';
import type { Sql } from '../database/sql';
import { findRecord, textOf } from './find-record';
import { groupTypes, TYPE_ROW_SQL, type TypeRow } from './load-types';
import { TypeCache } from './type-cache';

/** Fields that are read for the message about an unknown field. */
const LISTED = 200;
const MAX_KEYS = 1_000;
const CUSTOM_PREFIX = 'field.';

type VersionedRow = TypeRow & { version: string };

/**
 * Reads the types of records: only the requested types and fields, never all of a workspace. Types are
 * cached in memory and valid only for the version that the present statement reads, so that the next
 * statement sees a change by any process.
 */
@Injectable()
export class TypeReader {
  private readonly cache: TypeCache;

  constructor(
    private readonly registry: ResourceRegistry,
    @Inject(SETTINGS) { typeCacheBytes }: Pick<Settings, 'typeCacheBytes'>,
  ) {
    this.cache = new TypeCache(typeCacheBytes);
  }

  /**
   * The types with these ids that records of `resource` may have, archived ones too, ordered by
   * identifier; one statement. Ids that name nothing, null and undefined are passed over.
   */
  async byId(
    sql: Sql,
    resource: ResourceDescription,
    workspaceId: string,
    ids: Iterable<string | null | undefined>,
  ): Promise<RecordType[]> {
    const tables = this.tablesOf(resource);
    const wanted = [...new Set(ids)].filter((id) => typeof id === 'string');
    if (!tables || wanted.length === 0) return [];
    const cached = new Map(wanted.map((id) => [id, this.cache.get(workspaceId, id)]));
    // The version counts the changes of the fields and names the writer: a number that was rolled back
    // comes again.
    const rows = await sql.query<VersionedRow>(
      `SELECT ${TYPE_ROW_SQL}, t.version
       FROM (SELECT t.*, t.fields_version || '.' || t.xmin AS version, known.version AS known
             FROM unnest($2::uuid[], $3::text[]) AS known (id, version)
             JOIN ${tables.types} t ON ${isInWorkspace('t.workspace_id', '$1')} AND t.id = known.id) t
       LEFT JOIN ${tables.fields} f ON ${isInWorkspace('f.workspace_id', '$1')} AND f.type_id = t.id AND t.known IS DISTINCT FROM t.version
       ORDER BY t.identifier, f.display_order, f.field_key`,
      [workspaceId, wanted, wanted.map((id) => cached.get(id)?.version ?? null)],
    );
    const versions = new Map(rows.map(({ id, version }) => [id, version]));
    return groupTypes(rows).map((type) => {
      const version = versions.get(type.id) ?? '';
      const before = cached.get(type.id);
      if (before?.version === version) return before.type;
      this.cache.put(workspaceId, version, type);
      return type;
    });
  }

  /** The type with this UUID or identifier, archived or not; none when there is no such type. */
  async byName(
    sql: Sql,
    resource: ResourceDescription,
    workspaceId: string,
    name: string,
  ): Promise<RecordType[]> {
    const types = this.registry.typesOf(resource);
    const found = types && (await findRecord(sql, types, workspaceId, name));
    return found ? this.byId(sql, resource, workspaceId, [textOf(found, 'id')]) : [];
  }

  /**
   * The types that have a custom field of these names, with these fields only. A name is `field.<key>`,
   * or under `plain` the key alone, too. When a name is not a field, the result includes some other
   * fields, for the error message.
   */
  async byFields(
    sql: Sql,
    resource: ResourceDescription,
    workspaceId: string,
    names: Iterable<string>,
    plain = false,
  ): Promise<RecordType[]> {
    const tables = this.tablesOf(resource);
    if (!tables) return [];
    const others = [...new Set(names)].filter((name) => !isCore(resource, name, plain)).slice(0, MAX_KEYS);
    if (others.length === 0) return [];
    const keys = others.flatMap((name) => keyOf(name, plain));
    const found = keys.length === 0 ? [] : await this.withKeys(sql, tables, workspaceId, keys);
    const known = new Set(found.map(({ field_key }) => field_key));
    const allKnown = others.every((name) => keyOf(name, plain).some((key) => known.has(key)));
    if (allKnown) return groupTypes(found);
    return groupTypes([...found, ...(await this.toList(sql, tables, workspaceId, keys))]);
  }

  private withKeys(
    sql: Sql,
    tables: Tables,
    workspaceId: string,
    keys: readonly string[],
  ): Promise<TypeRow[]> {
    return sql.query<TypeRow>(
      `SELECT ${TYPE_ROW_SQL} FROM ${tables.fields} f
       JOIN ${tables.types} t ON ${isInWorkspace('t.workspace_id', '$1')} AND t.id = f.type_id
       WHERE ${isInWorkspace('f.workspace_id', '$1')} AND f.field_key = ANY ($2::text[])
       ORDER BY t.identifier, f.display_order, f.field_key`,
      [workspaceId, keys],
    );
  }

  /** Fields of other keys, in the order of their types. */
  private toList(sql: Sql, tables: Tables, workspaceId: string, keys: readonly string[]): Promise<TypeRow[]> {
    return sql.query<TypeRow>(
      `SELECT ${TYPE_ROW_SQL}
       FROM (SELECT * FROM ${tables.types} WHERE ${isInWorkspace('workspace_id', '$1')} ORDER BY identifier LIMIT ${LISTED}) t
       CROSS JOIN LATERAL (
         SELECT * FROM ${tables.fields} f
         WHERE ${isInWorkspace('f.workspace_id', '$1')} AND f.type_id = t.id AND f.field_key <> ALL ($2::text[])
         ORDER BY f.display_order, f.field_key LIMIT ${LISTED}) f
       ORDER BY t.identifier, f.display_order, f.field_key LIMIT ${LISTED}`,
      [workspaceId, keys],
    );
  }

  private tablesOf(resource: ResourceDescription): Tables | null {
    const types = this.registry.typesOf(resource);
    return types?.fieldsTable ? { types: quote(types.table), fields: quote(types.fieldsTable) } : null;
  }
}

/** Names in SQL of the table of types and of the table of their fields. */
interface Tables {
  readonly types: string;
  readonly fields: string;
}

/** Names that are no custom fields: files feed fewer of the system's fields than filters look at. */
function isCore(resource: ResourceDescription, name: string, plain: boolean): boolean {
  if (resource.fields.has(name) || name === 'id') return true;
  return plain ? name === ARCHIVED_AT : systemFieldsOf(resource).has(name);
}

function keyOf(name: string, plain: boolean): string[] {
  const prefixed = name.startsWith(CUSTOM_PREFIX) ? [name.slice(CUSTOM_PREFIX.length)] : [];
  return plain && prefixed.length === 0 ? [name] : prefixed;
}
