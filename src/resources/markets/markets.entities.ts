import { Column, Entity, Index } from 'typeorm';
import { RecordEntity } from '../../records/record.entity';

/** Storage of market types; their fields are in `market_type_fields`. */
@Entity('market_types')
@Index('market_types_identifier_unique', ['workspaceId', 'identifier'], { unique: true })
export class MarketType extends RecordEntity {
  @Column('text')
  identifier!: string;

  @Column('text')
  name!: string;

  @Column('integer', { name: 'fields_version' })
  fieldsVersion!: number;
}

/** Storage of markets. */
@Entity('markets')
@Index('markets_identifier_unique', ['workspaceId', 'identifier'], { unique: true })
export class Market extends RecordEntity {
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
