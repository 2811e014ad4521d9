import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { InstrumentType } from './instrument-type.entity';

/** Storage of instruments. Instants and JSON are text here, exactly as Postgres prints them. */
@Entity('instruments')
@Index('instruments_identifier_unique', ['workspaceId', 'identifier'], { unique: true })
export class Instrument {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'workspace_id' })
  workspaceId!: string;

  @Column('text')
  identifier!: string;

  @Column('text')
  name!: string;

  @Column('uuid', { name: 'type_id' })
  typeId!: string;

  @ManyToOne(() => InstrumentType)
  @JoinColumn({ name: 'type_id' })
  type?: InstrumentType;

  @Column('jsonb', { name: 'field_values' })
  fieldValues!: Record<string, string>;

  @Column('json', { nullable: true })
  extras!: string | null;

  @Column('timestamptz', { name: 'archived_at', nullable: true })
  archivedAt!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: string;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: string;
}
