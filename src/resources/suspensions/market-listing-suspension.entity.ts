import { Column, Entity, Index } from 'typeorm';
import { RecordEntity } from '../../records/record.entity';

/** Storage of suspensions. */
@Entity('market_listing_suspensions')
@Index('market_listing_suspensions_from_unique', ['workspaceId', 'listingId', 'suspendedFrom'], {
  unique: true,
})
export class MarketListingSuspension extends RecordEntity {
  @Column('uuid', { name: 'listing_id' })
  listingId!: string;

  @Column('timestamptz', { name: 'suspended_from' })
  suspendedFrom!: string;

  @Column('timestamptz', { name: 'suspended_until', nullable: true })
  suspendedUntil!: string | null;

  @Column('text', { nullable: true })
  reason!: string | null;
}
