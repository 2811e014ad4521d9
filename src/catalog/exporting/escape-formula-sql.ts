/** The same two expressions as in formats/csv/spreadsheet-guard.ts, in the dialect of Postgres. */
const RUNS = String.raw`^''*[=+\-@\t\r\n]`;
const NUMBER = String.raw`^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$`;

/** SQL that does to the text `sql` what `escapeFormula` does to a cell; null stays null. */
export function escapeFormulaSql(sql: string): string {
  return `CASE WHEN ${sql} ~ '${RUNS}' AND ${sql} !~ '${NUMBER}' THEN '''' || ${sql} ELSE ${sql} END`;
}
