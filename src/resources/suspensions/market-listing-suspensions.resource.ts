import { defineResource } from '../../catalog/define-resource';
import { reference, text, timestamp } from '../../catalog/field';
import { MarketListingSuspension } from './market-listing-suspension.entity';

export const marketListingSuspensions = defineResource({
  name: 'market_listing_suspensions',
  title: 'Market listing suspensions',
  noun: 'suspension',
  table: 'market_listing_suspensions',
  entity: MarketListingSuspension,
  naturalKey: ['instrument_id', 'market_id', 'suspended_from'],
  fields: {
    instrument_id: reference('instruments', {
      required: true,
      immutable: true,
      describe: 'Instrument of the listing: identifier or UUID.',
      example: 'bhp.ax',
    }),
    market_id: reference('markets', {
      required: true,
      immutable: true,
      describe: 'Market of the listing: identifier or UUID.',
      example: 'asx',
    }),
    listing_id: reference('market_listings', {
      immutable: true,
      describe: 'The listing by its UUID, instead of instrument and market.',
      example: '0b9f6a3e-53c5-4a53-9f2b-6f2d3a1c8e11',
    }),
    suspended_from: timestamp({
      required: true,
      immutable: true,
      describe: 'First instant of the suspension.',
      example: '2026-01-30T10:15:00Z',
    }),
    suspended_until: timestamp({
      describe: 'First instant after the suspension; null while the listing is halted.',
      example: '2026-02-02T00:00:00Z',
    }),
    reason: text({ max: 1_000, describe: 'Why trading was halted.', example: 'Pending announcement' }),
  },
  parentKey: {
    table: 'market_listings',
    column: 'listing_id',
    pgType: 'uuid',
    fields: ['instrument_id', 'market_id'],
    resource: 'market_listings',
    directField: 'listing_id',
  },
  period: {
    from: 'suspended_from',
    until: 'suspended_until',
    constraint: 'market_listing_suspensions_overlap',
  },
});
