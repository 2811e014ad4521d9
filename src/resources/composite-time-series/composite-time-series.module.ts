import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { RecordsModule } from '../../records/records.module';
import { CompositeTimeSeriesValue } from './composite-time-series-value.entity';
import {
  CompositeTimeSeriesValuesController,
  CompositeValueItemsController,
} from './composite-time-series.controllers';
import { compositeTimeSeriesValues } from './composite-time-series-values.resource';
import { CompositeValueItemsService } from './composite-value-items.service';

/** Values of composite series, and their items one by one. */
@Module({
  imports: [TypeOrmModule.forFeature([CompositeTimeSeriesValue]), RecordsModule],
  controllers: [CompositeTimeSeriesValuesController, CompositeValueItemsController],
  providers: [CompositeValueItemsService],
})
export class CompositeTimeSeriesModule {
  static readonly resources = [compositeTimeSeriesValues];
}
