import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { RecordTypesModule } from '../../record-types/record-types.module';
import { RecordsModule } from '../../records/records.module';
import {
  FieldsOfSeriesController,
  SeriesController,
  TimeSeriesTypeFieldsController,
} from './series.controllers';
import { Series } from './series.entity';
import { series } from './series.resource';

/** Series: the types of time series, and the items of composite ones. */
@Module({
  imports: [TypeOrmModule.forFeature([Series]), RecordsModule, RecordTypesModule],
  controllers: [SeriesController, FieldsOfSeriesController, TimeSeriesTypeFieldsController],
})
export class SeriesModule {
  static readonly resources = [series];
}
