import { defineResource } from '../../catalog/define-resource';
import { identifier, text } from '../../catalog/field';
import { MarketType } from './markets.entities';

export const marketTypes = defineResource({
  name: 'market_types',
  title: 'Market types',
  noun: 'market type',
  table: 'market_types',
  entity: MarketType,
  naturalKey: ['identifier'],
  identifiedBy: 'identifier',
  fields: {
    identifier: identifier({
      required: true,
      describe: 'Your own identifier of the type, unique in the workspace.',
      example: 'exchange',
    }),
    name: text({ required: true, max: 1_000, describe: 'Name to show.', example: 'Exchange' }),
  },
  fieldsTable: 'market_type_fields',
  search: ['name', 'identifier'],
  importable: 'Market types are created through the API: POST /market-types takes a type with its fields.',
  exportable: false,
});
