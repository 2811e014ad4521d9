import { Column, Entity } from 'typeorm';
import { PointEntity } from '../../records/record.entity';

/** Storage of values of composite series. */
@Entity('composite_time_series_values')
export class CompositeTimeSeriesValue extends PointEntity {
  @Column('jsonb')
  items!: Record<string, string>;
}
