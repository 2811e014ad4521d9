import type { BuiltInProfile } from './built-in-profile';

/** FinanceDatabase: the files of all classes of assets share these two columns. */
export const FINANCE_DATABASE: readonly BuiltInProfile[] = [
  {
    identifier: 'financedatabase',
    name: 'FinanceDatabase',
    reads: 'A file of equities, ETFs, funds, indices or others. A row without a name is named by its symbol.',
    resourceType: 'instruments',
    give: '`defaults={"type_id":"equity"}`; more columns with `mapping`, such as `{"isin":"isin"}`',
    fields: [],
    options: {
      format: 'csv',
      csv_options: { delimiter: ',' },
      mapping: { symbol: 'identifier', name: 'name' },
      field_options: { name: { default: { from: 'identifier' } } },
    },
  },
];
