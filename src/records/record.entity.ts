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
