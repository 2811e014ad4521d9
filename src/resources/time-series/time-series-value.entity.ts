import { Column, Entity } from 'typeorm';
import { PointEntity } from '../../records/record.entity';

/** Storage of values of scalar series. */
@Entity('time_series_values')
export class TimeSeriesValue extends PointEntity {
  @Column('numeric')
  value!: string;
}
