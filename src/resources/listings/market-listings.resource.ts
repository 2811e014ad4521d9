import { defineResource } from '../../catalog/define-resource';
import { decimal, reference, text } from '../../catalog/field';
import { MarketListing } from './market-listing.entity';

export const marketListings = defineResource({
  name: 'market_listings',
  title: 'Market listings',
  noun: 'listing',
  table: 'market_listings',
  entity: MarketListing,
  naturalKey: ['instrument_id', 'market_id'],
  fields: {
    instrument_id: reference('instruments', {
      required: true,
      immutable: true,
      describe: 'Instrument: identifier or UUID.',
      example: 'bhp.ax',
    }),
    market_id: reference('markets', {
      required: true,
      immutable: true,
      describe: 'Market: identifier or UUID.',
      example: 'asx',
    }),
    local_code: text({ max: 64, describe: 'Code of the instrument at that market.', example: 'BHP' }),
    currency: text({ max: 3, describe: 'Trading currency (ISO 4217).', example: 'AUD' }),
    lot_size: decimal({ describe: 'Units in one lot.', example: '1' }),
  },
  rules: [
    { rule: 'letters', field: 'currency', count: 3, example: 'AUD' },
    { rule: 'positive', field: 'lot_size' },
  ],
});
