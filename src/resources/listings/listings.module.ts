import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { RecordsModule } from '../../records/records.module';
import { MarketListing } from './market-listing.entity';
import { MarketListingsController } from './market-listings.controller';
import { marketListings } from './market-listings.resource';

/** Which instrument is listed at which market. */
@Module({
  imports: [TypeOrmModule.forFeature([MarketListing]), RecordsModule],
  controllers: [MarketListingsController],
})
export class ListingsModule {
  static readonly resources = [marketListings];
}
