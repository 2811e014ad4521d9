import { Injectable } from '@nestjs/common';
import { Database } from '../database/database';
import { notFound } from '../http/problem/problem.exception';
import type { Authenticated } from './token.service';
import { UUID } from '../formats/uuid-form';

const SLUG = /^[a-z0-9][a-z0-9-]{0,62}$/;

/** Finds the workspace that a path names. */
@Injectable()
export class WorkspaceResolver {
  constructor(private readonly database: Database) {}

  /** UUID of the workspace `name` (UUID or slug). Throws 404 when there is none, or when it is not the caller's. */
  async resolve(name: string, { caller, homeId }: Authenticated): Promise<string> {
    const id = await this.find(name);
    if (!(caller.isOperator || id === homeId)) throw notFound();
    return id;
  }

  /** UUID of the workspace `name` (UUID or slug), whoever asks. Throws 404 when there is none. */
  async find(name: string): Promise<string> {
    const isUuid = UUID.test(name);
    if (!isUuid && !SLUG.test(name)) throw notFound();
    const [row] = await this.database.access.everywhere.query<{ id: string }>(
      `SELECT id FROM workspaces WHERE ${isUuid ? 'id' : 'slug'} = $1`,
      [name.toLowerCase()],
    );
    if (row === undefined) throw notFound();
    return row.id;
  }
}
