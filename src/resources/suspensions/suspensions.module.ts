import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { RecordsModule } from '../../records/records.module';
import { MarketListingSuspension } from './market-listing-suspension.entity';
import { MarketListingSuspensionsController } from './market-listing-suspensions.controller';
import { marketListingSuspensions } from './market-listing-suspensions.resource';

/** Periods in which a listing does not trade. */
@Module({
  imports: [TypeOrmModule.forFeature([MarketListingSuspension]), RecordsModule],
  controllers: [MarketListingSuspensionsController],
})
export class SuspensionsModule {
  static readonly resources = [marketListingSuspensions];
}
