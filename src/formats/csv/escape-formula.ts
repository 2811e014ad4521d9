/** What a spreadsheet would run as a formula, behind any number of quotes that stand there already. */
const RUNS = /^'*[=+\-@\t\r\n]/;
const GUARDED = /^'+[=+\-@\t\r\n]/;
/** The grammar of numbers (docs/contract.md 4.4): a spreadsheet reads them as numbers, so they stay untouched. */
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** Puts `'` before a cell that a spreadsheet would run; `unescapeFormula` gives the cell back, whatever it was. */
export function escapeFormula(cell: string): string {
  return RUNS.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell;
}

/** Removes the one quote that `escapeFormula` put there. */
export function unescapeFormula(cell: string): string {
  return GUARDED.test(cell) ? cell.slice(1) : cell;
}
