import { Column, Entity, Index } from 'typeorm';
import { RecordEntity } from '../../records/record.entity';

/** Storage of series; the fields of composite ones are in `series_fields`. */
@Entity('series')
@Index('series_identifier_unique', ['workspaceId', 'identifier'], { unique: true })
export class Series extends RecordEntity {
  @Column('text')
  identifier!: string;

  @Column('text')
  name!: string;

  @Column('text')
  kind!: string;

  @Column('integer', { name: 'fields_version' })
  fieldsVersion!: number;
}
