import type { BuiltInProfile } from './built-in-profile';

/** A block of rows in a larger file: the fields are listed one in each line, and three cells come before them. */
const csv_options = {
  delimiter: '|',
  quote: null,
  columns: { start_marker: 'START-OF-FIELDS', end_marker: 'END-OF-FIELDS' },
  start_marker: 'START-OF-DATA',
  end_marker: 'END-OF-DATA',
  row_prefix_columns: ['SECURITY', 'RETURN_CODE', 'FIELD_COUNT'],
  ragged: 'pad', // each row ends with a delimiter
} as const;

const everyField = { null_values: ['N.A.', 'N.S.', 'N.D.', ' '] } as const;

/** Files of Bloomberg Data License (`.out`). */
export const BLOOMBERG: readonly BuiltInProfile[] = [
  {
    identifier: 'bloomberg-out-instruments',
    name: 'Bloomberg-style .out: instruments',
    reads: 'A reply to getdata with the field NAME; the security in front of each row is the identifier.',
    resourceType: 'instruments',
    give: '`defaults={"type_id":"equity"}`',
    fields: [],
    options: {
      format: 'csv',
      csv_options,
      mapping: { SECURITY: 'identifier', NAME: 'name' },
      field_options: { '*': everyField },
    },
  },
  {
    identifier: 'bloomberg-out-prices',
    name: 'Bloomberg-style .out: prices',
    reads: 'A reply to getdata with the fields PX_LAST and PX_CLOSE_DT (yyyymmdd).',
    resourceType: 'time_series_values',
    give: '`defaults={"type_id":"close"}`',
    fields: [],
    options: {
      format: 'csv',
      csv_options,
      mapping: { SECURITY: 'instrument_id', PX_CLOSE_DT: 'timestamp', PX_LAST: 'value' },
      field_options: { '*': everyField, timestamp: { format: 'yyyyMMdd' } },
    },
  },
];
