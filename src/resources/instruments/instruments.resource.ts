import { defineResource } from '../../catalog/define-resource';
import { identifier, json, reference, text } from '../../catalog/field';
import { Instrument } from './instruments.entities';

export const instruments = defineResource({
  name: 'instruments',
  title: 'Instruments',
  noun: 'instrument',
  table: 'instruments',
  entity: Instrument,
  naturalKey: ['identifier'],
  identifiedBy: 'identifier',
  fields: {
    identifier: identifier({
      required: true,
      describe:
        'Your own identifier of the instrument, unique in the workspace: a ticker, an ISIN, an internal code.',
      example: 'bhp.ax',
    }),
    name: text({ required: true, max: 1_000, describe: 'Name to show.', example: 'BHP Group Limited' }),
    type_id: reference('instrument_types', {
      required: true,
      immutable: true,
      describe: 'Instrument type: identifier or UUID. It decides the custom fields and never changes.',
      example: 'equity',
    }),
    extras: json({
      describe: 'A JSON object for additional data that has no field; replaced as a whole.',
      example: '{"source":"vendor-a"}',
    }),
  },
  customFields: { typeField: 'type_id', column: 'field_values', key: 'field_values', form: 'object' },
  search: ['name', 'identifier'],
  hardDelete: true,
});
