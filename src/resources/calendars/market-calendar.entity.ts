import { Column, Entity, Index } from 'typeorm';
import { RecordEntity } from '../../records/record.entity';

/** Storage of calendar entries. */
@Entity('market_calendars')
@Index('market_calendars_date_unique', ['workspaceId', 'marketId', 'date'], { unique: true })
export class MarketCalendar extends RecordEntity {
  @Column('uuid', { name: 'market_id' })
  marketId!: string;

  @Column('date')
  date!: string;

  @Column('boolean', { name: 'is_open' })
  isOpen!: boolean;

  @Column('timestamptz', { name: 'opens_at', nullable: true })
  opensAt!: string | null;

  @Column('timestamptz', { name: 'closes_at', nullable: true })
  closesAt!: string | null;

  @Column('timestamptz', { name: 'break_start', nullable: true })
  breakStart!: string | null;

  @Column('timestamptz', { name: 'break_end', nullable: true })
  breakEnd!: string | null;

  @Column('text', { nullable: true })
  description!: string | null;
}
