import type { BuiltInProfile } from './built-in-profile';

const COLUMNS = [
  'MIC',
  'OPERATING MIC',
  'OPRT/SGMT',
  'MARKET NAME-INSTITUTION DESCRIPTION',
  'LEGAL ENTITY NAME',
  'LEI',
  'MARKET CATEGORY CODE',
  'ACRONYM',
  'ISO COUNTRY CODE (ISO 3166)',
  'CITY',
  'WEBSITE',
  'STATUS',
  'CREATION DATE',
  'LAST UPDATE DATE',
  'LAST VALIDATION DATE',
  'EXPIRY DATE',
  'COMMENTS',
];

const options = {
  format: 'csv',
  mapping: { MIC: 'identifier', 'MARKET NAME-INSTITUTION DESCRIPTION': 'name' },
  expect_columns: COLUMNS,
} as const;

const SHARED = {
  resourceType: 'markets',
  give: '`defaults={"type_id":"exchange"}`',
  fields: [],
} as const;

/** The list of market identifier codes, ISO 10383. */
export const ISO10383: readonly BuiltInProfile[] = [
  {
    ...SHARED,
    identifier: 'iso10383-mic',
    name: 'ISO 10383: market identifier codes',
    reads: 'The list of MICs as CSV in UTF-8.',
    options: { ...options, csv_options: { delimiter: ',', encoding: 'utf-8' } },
  },
  {
    ...SHARED,
    identifier: 'iso10383-mic-windows-1252',
    name: 'ISO 10383: market identifier codes in Windows-1252',
    reads: 'The list of MICs as CSV in Windows-1252, as it is when saved with a spreadsheet.',
    options: { ...options, csv_options: { delimiter: ',', encoding: 'windows-1252' } },
  },
];
