import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { RecordTypesModule } from '../../record-types/record-types.module';
import { RecordsModule } from '../../records/records.module';
import { FieldsOfMarketTypeController } from './fields-of-market-type.controller';
import { Market } from './market.entity';
import { MarketType } from './market-type.entity';
import { MarketTypeFieldsController } from './market-type-fields.controller';
import { MarketTypesController } from './market-types.controller';
import { marketTypes } from './market-types.resource';
import { MarketsController } from './markets.controller';
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
