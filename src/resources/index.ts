/** Every resource folder, one line each. */
export { CalendarsModule } from './calendars/calendars.module';
export { CompositeTimeSeriesModule } from './composite-time-series/composite-time-series.module';
export { InstrumentsModule } from './instruments/instruments.module';
export { ListingsModule } from './listings/listings.module';
export { MarketsModule } from './markets/markets.module';
export { SeriesModule } from './series/series.module';
export { SuspensionsModule } from './suspensions/suspensions.module';
export { TimeSeriesModule } from './time-series/time-series.module';
