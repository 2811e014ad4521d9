import { defineResource } from '../../catalog/define-resource';
import { identifier, json, reference, text } from '../../catalog/field';
import { Market } from './markets.entities';

export const markets = defineResource({
  name: 'markets',
  title: 'Markets',
  noun: 'market',
  table: 'markets',
  entity: Market,
  naturalKey: ['identifier'],
  identifiedBy: 'identifier',
  fields: {
    identifier: identifier({
      required: true,
      describe:
        'Your own identifier of the market, unique in the workspace: a MIC (ISO 10383), an internal code.',
      example: 'asx',
    }),
    name: text({
      required: true,
      max: 1_000,
      describe: 'Name to show.',
      example: 'Australian Securities Exchange',
    }),
    type_id: reference('market_types', {
      required: true,
      immutable: true,
      describe: 'Market type: identifier or UUID. It decides the custom fields and never changes.',
      example: 'exchange',
    }),
    extras: json({
      describe: 'A JSON object for additional data that has no field; replaced as a whole.',
      example: '{"city":"Sydney"}',
    }),
  },
  customFields: { typeField: 'type_id', column: 'field_values', key: 'field_values', form: 'object' },
  search: ['name', 'identifier'],
  hardDelete: true,
});
