import { Injectable } from '@nestjs/common';
import { Database } from '../database/database';
import { violatedConstraint } from '../database/transient-error';
import { notFound, problem } from '../http/problem/problem.exception';
import type { CreateWorkspaceDto, WorkspaceDto } from './workspace.dto';

const COLUMNS = 'id, slug, name, almagest_instant(created_at) AS created_at';

/** Workspaces in the database. */
@Injectable()
export class WorkspaceStore {
  constructor(private readonly database: Database) {}

  /** Throws 409 `conflict` when the slug is taken. */
  async create({ slug, name }: CreateWorkspaceDto): Promise<WorkspaceDto> {
    try {
      return one(
        await this.database.everywhere.query<WorkspaceDto>(
          `INSERT INTO workspaces (slug, name) VALUES ($1, $2) RETURNING ${COLUMNS}`,
          [slug, name],
        ),
      );
    } catch (error) {
      if (violatedConstraint(error) !== 'workspaces_slug_unique') throw error;
      const message = `A workspace with the slug "${slug}" exists already.`;
      throw problem(409, 'conflict', message, { errors: [{ pointer: '/slug', code: 'conflict', message }] });
    }
  }

  async get(id: string): Promise<WorkspaceDto> {
    return one(
      await this.database.query<WorkspaceDto>(`SELECT ${COLUMNS} FROM workspaces WHERE id = $1`, [id]),
    );
  }
}

function one<T>([row]: readonly T[]): T {
  if (row === undefined) throw notFound();
  return row;
}
