import { defineResource } from '../../catalog/define-resource';
import { boolean, date, reference, text, timestamp } from '../../catalog/field';
import { MarketCalendar } from './market-calendar.entity';

/** The instants of a session, in the order in which they happen. */
const INSTANTS = ['opens_at', 'break_start', 'break_end', 'closes_at'] as const;

export const marketCalendars = defineResource({
  name: 'market_calendars',
  title: 'Market calendars',
  noun: 'calendar entry',
  table: 'market_calendars',
  entity: MarketCalendar,
  naturalKey: ['market_id', 'date'],
  fields: {
    market_id: reference('markets', {
      required: true,
      immutable: true,
      describe: 'Market: identifier or UUID.',
      example: 'asx',
    }),
    date: date({ required: true, immutable: true, describe: 'Day at the market.', example: '2026-01-30' }),
    is_open: boolean({ required: true, describe: 'Whether the market trades on that day.', example: 'true' }),
    opens_at: timestamp({ describe: 'Instant at which the market opens.', example: '2026-01-29T23:00:00Z' }),
    closes_at: timestamp({
      describe: 'Instant at which the market closes.',
      example: '2026-01-30T05:00:00Z',
    }),
    break_start: timestamp({
      describe: 'Instant at which the midday break begins.',
      example: '2026-01-30T01:30:00Z',
    }),
    break_end: timestamp({
      describe: 'Instant at which the midday break ends.',
      example: '2026-01-30T02:30:00Z',
    }),
    description: text({
      max: 1_000,
      describe: 'For example the name of a holiday.',
      example: 'Regular session',
    }),
  },
  rules: [
    { rule: 'only_if', fields: INSTANTS, flag: 'is_open' },
    { rule: 'near_date', fields: INSTANTS, date: 'date', hours: 36 },
    { rule: 'in_order', fields: INSTANTS, mayBeEqual: ['break_end'] },
  ],
  importable:
    'Market calendars are not imported from files: create them through the API with POST /market-calendars, or a whole year with PUT /markets/{id}/calendar.',
});
