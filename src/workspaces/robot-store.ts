import { Injectable } from '@nestjs/common';
import { Database } from '../database/database';
import { notFound } from '../http/problem/problem.exception';
import type { Page } from '../http/pagination/page';
import { type ListQuery, selectPage, UUID } from './list-page';
import type { CreateRobotDto, RobotDto, UpdateRobotDto } from './robot.dto';

const COLUMNS = `id, display_name, description, role, almagest_instant(archived_at) AS archived_at,
  almagest_instant(created_at) AS created_at`;

/** The robots of workspaces. Throws the one 404 for a robot of another workspace. */
@Injectable()
export class RobotStore {
  constructor(private readonly database: Database) {}

  async create(workspaceId: string, { display_name, description, role }: CreateRobotDto): Promise<RobotDto> {
    return one(
      await this.database.query<RobotDto>(
        `INSERT INTO robots (workspace_id, display_name, description, role) VALUES ($1, $2, $3, $4) RETURNING ${COLUMNS}`,
        [workspaceId, display_name, description || null, role],
      ),
    );
  }

  list(workspaceId: string, query: ListQuery): Promise<Page<RobotDto>> {
    const source = {
      columns: COLUMNS,
      table: 'robots',
      where: 'workspace_id = $1',
      owners: [workspaceId],
      endedAt: 'archived_at',
    };
    return selectPage(this.database, source, query);
  }

  async get(workspaceId: string, id: string): Promise<RobotDto> {
    return one(
      await this.database.query<RobotDto>(
        `SELECT ${COLUMNS} FROM robots WHERE workspace_id = $1 AND id = $2`,
        [workspaceId, uuid(id)],
      ),
    );
  }

  /** What `changes` leaves out stays as it is. */
  async update(workspaceId: string, id: string, changes: UpdateRobotDto): Promise<RobotDto> {
    const { display_name, description, role } = changes;
    return one(
      await this.database.query<RobotDto>(
        `UPDATE robots SET display_name = coalesce($3, display_name), role = coalesce($4, role),
           description = CASE WHEN $5 THEN $6 ELSE description END
         WHERE workspace_id = $1 AND id = $2 RETURNING ${COLUMNS}`,
        [
          workspaceId,
          uuid(id),
          display_name ?? null,
          role ?? null,
          description !== undefined,
          description || null,
        ],
      ),
    );
  }

  /** Archives it, after which its tokens are invalid; archiving again changes nothing. */
  async archive(workspaceId: string, id: string): Promise<void> {
    one(
      await this.database.query<{ id: string }>(
        `UPDATE robots SET archived_at = coalesce(archived_at, now()) WHERE workspace_id = $1 AND id = $2 RETURNING id`,
        [workspaceId, uuid(id)],
      ),
    );
  }
}

/** Robots have no identifier, so text that is not a UUID names no robot. */
function uuid(text: string): string {
  if (!UUID.test(text)) throw notFound();
  return text;
}

function one<T>([row]: readonly T[]): T {
  if (row === undefined) throw notFound();
  return row;
}
