import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { RecordsModule } from '../../records/records.module';
import { CalendarLoader } from './calendar-loader';
import { CalendarOfMarketController, MarketCalendarsController } from './calendars.controllers';
import { MarketCalendar } from './market-calendar.entity';
import { marketCalendars } from './market-calendars.resource';

/** Which days a market is open. */
@Module({
  imports: [TypeOrmModule.forFeature([MarketCalendar]), RecordsModule],
  controllers: [MarketCalendarsController, CalendarOfMarketController],
  providers: [CalendarLoader],
})
export class CalendarsModule {
  static readonly resources = [marketCalendars];
}
