/** What a file of rejected rows has beside the columns of the upload (docs/contract.md 2.9); an import ignores them. */
export const REPORT_COLUMNS: readonly string[] = ['_row', '_line', '_errors', '_raw'];

export const isReportColumn = (name: string): boolean => REPORT_COLUMNS.includes(name);
