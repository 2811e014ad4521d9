import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { RecordsModule } from '../../records/records.module';
import { TimeSeriesValue } from './time-series-value.entity';
import { TimeSeriesValuesController } from './time-series-values.controller';
import { timeSeriesValues } from './time-series-values.resource';

/** Values of scalar series. */
@Module({
  imports: [TypeOrmModule.forFeature([TimeSeriesValue]), RecordsModule],
  controllers: [TimeSeriesValuesController],
})
export class TimeSeriesModule {
  static readonly resources = [timeSeriesValues];
}
