import { Column, Entity, Index } from 'typeorm';
import { RecordEntity } from '../../records/record.entity';

/** Storage of listings. */
@Entity('market_listings')
@Index('market_listings_pair_unique', ['workspaceId', 'instrumentId', 'marketId'], { unique: true })
export class MarketListing extends RecordEntity {
  @Column('uuid', { name: 'instrument_id' })
  instrumentId!: string;

  @Column('uuid', { name: 'market_id' })
  marketId!: string;

  @Column('text', { name: 'local_code', nullable: true })
  localCode!: string | null;

  @Column('text', { nullable: true })
  currency!: string | null;

  @Column('numeric', { name: 'lot_size', nullable: true })
  lotSize!: string | null;
}
