import type { ResourceDescription } from '../catalog/resource';
import { marketCalendars } from './calendars/market-calendars.resource';
import { compositeTimeSeriesValues } from './composite-time-series/composite-time-series-values.resource';
import { instrumentTypes } from './instruments/instrument-types.resource';
import { instruments } from './instruments/instruments.resource';
import { marketListings } from './listings/market-listings.resource';
import { marketTypes } from './markets/market-types.resource';
import { markets } from './markets/markets.resource';
import { series } from './series/series.resource';
import { marketListingSuspensions } from './suspensions/market-listing-suspensions.resource';
import { timeSeriesValues } from './time-series/time-series-values.resource';

/** Every resource, one line each. */
export const RESOURCES: readonly ResourceDescription[] = [
  instrumentTypes,
  instruments,
  series,
  timeSeriesValues,
  compositeTimeSeriesValues,
  marketTypes,
  markets,
  marketListings,
  marketListingSuspensions,
  marketCalendars,
];
