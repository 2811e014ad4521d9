import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Storage of instrument types; their fields stand in `instrument_type_fields`. */
@Entity('instrument_types')
@Index('instrument_types_identifier_unique', ['workspaceId', 'identifier'], { unique: true })
export class InstrumentType {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'workspace_id' })
  workspaceId!: string;

  @Column('text')
  identifier!: string;

  @Column('text')
  name!: string;

  @Column('integer', { name: 'fields_version' })
  fieldsVersion!: number;

  @Column('timestamptz', { name: 'archived_at', nullable: true })
  archivedAt!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: string;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: string;
}
