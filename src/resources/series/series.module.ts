import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { RecordTypesModule } from '../../record-types/record-types.module';
import { Series } from './series.entity';
import { SeriesController } from './series.controller';
import { FieldsOfSeriesController } from './fields-of-series.controller';
import { TimeSeriesTypeFieldsController } from './time-series-type-fields.controller';
import { series } from './series.resource';

/** Series, and the fields of composite ones. */
@Module({
  imports: [TypeOrmModule.forFeature([Series]), RecordTypesModule],
  controllers: [SeriesController, FieldsOfSeriesController, TimeSeriesTypeFieldsController],
})
export class SeriesModule {
  static readonly resources = [series];
}
