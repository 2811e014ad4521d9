/** Every folder of resources, one line each. */
export { InstrumentsModule } from './instruments/instruments.module';
export { SeriesModule } from './series/series.module';
export { TimeSeriesModule } from './time-series/time-series.module';
export { CompositeTimeSeriesModule } from './composite-time-series/composite-time-series.module';
export { MarketsModule } from './markets/markets.module';
export { ListingsModule } from './listings/listings.module';
export { SuspensionsModule } from './suspensions/suspensions.module';
export { CalendarsModule } from './calendars/calendars.module';
