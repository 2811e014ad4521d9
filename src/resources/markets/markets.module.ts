import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { RecordTypesModule } from '../../record-types/record-types.module';
import { RecordsModule } from '../../records/records.module';
import {
  FieldsOfMarketTypeController,
  MarketsController,
  MarketTypeFieldsController,
  MarketTypesController,
} from './markets.controllers';
import { Market, MarketType } from './markets.entities';
import { marketTypes } from './market-types.resource';
import { markets } from './markets.resource';

/** Markets and their types. */
@Module({
  imports: [TypeOrmModule.forFeature([Market, MarketType]), RecordsModule, RecordTypesModule],
  controllers: [
    MarketsController,
    MarketTypesController,
    FieldsOfMarketTypeController,
    MarketTypeFieldsController,
  ],
})
export class MarketsModule {
  static readonly resources = [marketTypes, markets];
}
