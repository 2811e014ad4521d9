import { defineResource } from '../../catalog/define-resource';
import { identifier, text } from '../../catalog/field';
import { Series } from './series.entity';

export const series = defineResource({
  name: 'series',
  title: 'Series',
  noun: 'series',
  table: 'series',
  entity: Series,
  naturalKey: ['identifier'],
  identifiedBy: 'identifier',
  fields: {
    identifier: identifier({
      required: true,
      describe: 'Your own identifier of the series, unique in the workspace.',
      example: 'close',
    }),
    name: text({ required: true, max: 1_000, describe: 'Name to show.', example: 'Closing price' }),
    kind: text({
      required: true,
      immutable: true,
      values: ['scalar', 'composite'],
      describe: 'A scalar series has one value per point, a composite series has the fields declared for it.',
      example: 'scalar',
    }),
  },
  fieldsTable: 'series_fields',
  search: ['name', 'identifier'],
  importable: 'Series are created through the API: POST /series takes a series with its fields.',
  exportable: false,
});
