import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { RecordsModule } from '../../records/records.module';
import { CompositeTimeSeriesValue } from './composite-time-series-value.entity';
import { CompositeTimeSeriesValuesController } from './composite-time-series-values.controller';
import { compositeTimeSeriesValues } from './composite-time-series-values.resource';

/** Values of composite series. */
@Module({
  imports: [TypeOrmModule.forFeature([CompositeTimeSeriesValue]), RecordsModule],
  controllers: [CompositeTimeSeriesValuesController],
})
export class CompositeTimeSeriesModule {
  static readonly resources = [compositeTimeSeriesValues];
}
