import { defineResource } from '../catalog/define-resource';
import { boolean, decimal, reference, text } from '../catalog/field';
import { DATA_TYPES } from '../catalog/record-type';
import type { ResourceDescription } from '../catalog/resource';

/** The custom fields of types, described as records of their own, so that they are listed and filtered like all others. */
export function typeFieldsResource(types: ResourceDescription): ResourceDescription {
  if (types.fieldsTable === null)
    throw new Error(`The records of ${types.name} are no types: they have no fields.`);
  return defineResource({
    name: types.fieldsTable,
    title: `${types.noun.charAt(0).toUpperCase()}${types.noun.slice(1)} fields`,
    noun: `${types.noun} field`,
    table: types.fieldsTable,
    entity: types.entity,
    naturalKey: ['type_id', 'display_order', 'field_key'],
    fields: {
      type_id: reference(types.name, {
        required: true,
        describe: `The ${types.noun} that has the field.`,
        example: 'equity',
      }),
      field_key: text({
        required: true,
        describe: 'Key in `field_values`, in files and in filters.',
        example: 'isin',
      }),
      field_label: text({ required: true, describe: 'Label to show; the key by default.', example: 'ISIN' }),
      data_type: text({
        required: true,
        values: DATA_TYPES,
        describe: 'What the field holds; text by default.',
        example: 'text',
      }),
      is_required: boolean({
        required: true,
        describe: 'Required when a record is created, and never null.',
        example: 'false',
      }),
      has_default: boolean({
        required: true,
        describe: 'A record that is created without the field gets the default.',
        example: 'false',
      }),
      default_value: text({ describe: 'The default as a string; null where there is none.', example: '' }),
      allow_null: boolean({ required: true, describe: 'Null may be given.', example: 'true' }),
      display_order: decimal({
        required: true,
        describe: 'Position among the fields, ties by key; next by default.',
        example: '1',
      }),
    },
    search: ['field_key', 'field_label'],
    importable: `The fields of ${types.title.toLowerCase()} are changed through the API.`,
    exportable: false,
    archivable: false,
  });
}
