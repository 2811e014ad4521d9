import { Injectable } from '@nestjs/common';
import { Database } from '../database/database';
import { lockWorkspace, type Sql } from '../database/sql';
import { isJsonObject } from '../formats/json/json-value';
import { parseJson } from '../formats/json/parse-json';
import { writeJson } from '../formats/json/write-json';
import { isUuidForm } from '../formats/uuid-form';
import type { NewProfile, Profile } from './profile';

interface ProfileRow {
  id: string;
  identifier: string;
  name: string;
  description: string | null;
  resource_type: string | null;
  options: string;
  created_at: string;
  updated_at: string;
}

const COLUMNS = `id, identifier, name, description, resource_type, options,
  almagest_instant(created_at) AS created_at, almagest_instant(updated_at) AS updated_at`;
/** More than any document that is accepted. */
const DEPTH = 64;

/** Which profiles of a workspace a list has. */
export interface ProfileSelection {
  readonly after: string | null;
  readonly limit: number;
  readonly resourceType: string | null;
  /** UUIDs and identifiers; null: all. */
  readonly ids: readonly string[] | null;
}

/** Reads and writes the profiles that workspaces made themselves. */
@Injectable()
export class ProfileStore {
  constructor(private readonly database: Database) {}

  /** Profiles in the order of identifiers, at most `limit`. */
  async list(workspaceId: string, selection: ProfileSelection): Promise<Profile[]> {
    const { after, limit, resourceType, ids } = selection;
    const rows = await this.database.query<ProfileRow>(
      `SELECT ${COLUMNS} FROM import_profiles
       WHERE workspace_id = $1 AND ($2::text IS NULL OR identifier > $2)
         AND ($3::text IS NULL OR resource_type = $3)
         AND ($4::text[] IS NULL OR identifier = ANY ($4) OR id::text = ANY ($4))
       ORDER BY identifier LIMIT $5`,
      [workspaceId, after, resourceType, ids, limit],
    );
    return rows.map(toProfile);
  }

  /** `name`: identifier or UUID. `lock`: until the transaction ends nobody else changes it. */
  async find(
    workspaceId: string,
    name: string,
    sql: Sql = this.database,
    lock: '' | 'FOR UPDATE' = '',
  ): Promise<Profile | null> {
    const column = isUuidForm(name) ? 'id' : 'identifier';
    const [row] = await sql.query<ProfileRow>(
      `SELECT ${COLUMNS} FROM import_profiles WHERE workspace_id = $1 AND ${column} = $2 ${lock}`,
      [workspaceId, name],
    );
    return row === undefined ? null : toProfile(row);
  }

  /** Locks the workspace, so that the number holds until the transaction ends. */
  async count(tx: Sql, workspaceId: string): Promise<number> {
    await lockWorkspace(tx, workspaceId);
    const [row] = await tx.query<{ count: number }>(
      `SELECT count(*)::integer AS count FROM import_profiles WHERE workspace_id = $1`,
      [workspaceId],
    );
    return row?.count ?? 0;
  }

  async insert(tx: Sql, workspaceId: string, profile: NewProfile): Promise<Profile> {
    const [row] = await tx.query<ProfileRow>(
      `INSERT INTO import_profiles (workspace_id, identifier, name, description, resource_type, options)
       VALUES ($1, $2, $3, $4, $5, $6::json) RETURNING ${COLUMNS}`,
      [workspaceId, ...valuesOf(profile)],
    );
    return one(row);
  }

  async update(tx: Sql, workspaceId: string, id: string, profile: NewProfile): Promise<Profile> {
    const [row] = await tx.query<ProfileRow>(
      `UPDATE import_profiles SET identifier = $3, name = $4, description = $5, resource_type = $6,
         options = $7::json, updated_at = now()
       WHERE workspace_id = $1 AND id = $2 RETURNING ${COLUMNS}`,
      [workspaceId, id, ...valuesOf(profile)],
    );
    return one(row);
  }

  async remove(tx: Sql, workspaceId: string, id: string): Promise<void> {
    await tx.query(`DELETE FROM import_profiles WHERE workspace_id = $1 AND id = $2`, [workspaceId, id]);
  }
}

const valuesOf = ({ identifier, name, description, resourceType, settings }: NewProfile) => [
  identifier,
  name,
  description,
  resourceType,
  writeJson(settings),
];

function one(row: ProfileRow | undefined): Profile {
  if (row === undefined) throw new Error('A profile that was locked is gone.');
  return toProfile(row);
}

function toProfile({ resource_type, options, created_at, updated_at, ...row }: ProfileRow): Profile {
  const settings = parseJson(options, { depth: DEPTH });
  return {
    ...row,
    resourceType: resource_type,
    builtIn: false,
    settings: isJsonObject(settings) ? settings : {},
    createdAt: created_at,
    updatedAt: updated_at,
  };
}
