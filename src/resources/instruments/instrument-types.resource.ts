import { defineResource } from '../../catalog/define-resource';
import { identifier, text } from '../../catalog/field';
import { InstrumentType } from './instruments.entities';

export const instrumentTypes = defineResource({
  name: 'instrument_types',
  title: 'Instrument types',
  noun: 'instrument type',
  table: 'instrument_types',
  entity: InstrumentType,
  naturalKey: ['identifier'],
  identifiedBy: 'identifier',
  fields: {
    identifier: identifier({
      required: true,
      describe: 'Your own identifier of the type, unique in the workspace.',
      example: 'equity',
    }),
    name: text({ required: true, max: 1_000, describe: 'Name to show.', example: 'Equity' }),
  },
  fieldsTable: 'instrument_type_fields',
  search: ['name', 'identifier'],
  importable:
    'Instrument types are created through the API: POST /instrument-types takes a type with its fields.',
  exportable: false,
});
