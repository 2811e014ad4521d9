import { Column, Entity, Index } from 'typeorm';
import { RecordEntity } from '../../records/record.entity';

/** Storage of instrument types; their fields are in `instrument_type_fields`. */
@Entity('instrument_types')
@Index('instrument_types_identifier_unique', ['workspaceId', 'identifier'], { unique: true })
export class InstrumentType extends RecordEntity {
  @Column('text')
  identifier!: string;

  @Column('text')
  name!: string;

  @Column('integer', { name: 'fields_version' })
  fieldsVersion!: number;
}

/** Storage of instruments. */
@Entity('instruments')
@Index('instruments_identifier_unique', ['workspaceId', 'identifier'], { unique: true })
export class Instrument extends RecordEntity {
  @Column('text')
  identifier!: string;

  @Column('text')
  name!: string;

  @Column('uuid', { name: 'type_id' })
  typeId!: string;

  @Column('jsonb', { name: 'field_values' })
  fieldValues!: Record<string, string>;

  @Column('json', { nullable: true })
  extras!: string | null;
}
