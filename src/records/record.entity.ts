import { Column, PrimaryColumn } from 'typeorm';

/** Columns that every table of records has. Instants are text here, exactly as Postgres prints them. */
export abstract class RecordEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @PrimaryColumn('uuid', { name: 'workspace_id' })
  workspaceId!: string;

  @Column('timestamptz', { name: 'archived_at', nullable: true })
  archivedAt!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: string;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: string;
}

/**
 * Columns that every table of points has: narrow, for millions of rows. Instants are text, exactly as
 * Postgres prints them.
 */
export abstract class PointEntity {
  @PrimaryColumn('bigint', { name: 'series_id' })
  seriesId!: string;

  @PrimaryColumn('timestamptz')
  timestamp!: string;

  @Column('timestamptz', { name: 'archived_at', nullable: true })
  archivedAt!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: string;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: string;
}
