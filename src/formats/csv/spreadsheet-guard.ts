/** What a spreadsheet would run as a formula, behind any number of quotes that stand there already. */
const RUNS = /^'*[=+\-@\t\r\n]/;
const GUARDED = /^'+[=+\-@\t\r\n]/;
/** The grammar of numbers (CONTRACT 4): a spreadsheet reads them as numbers, so they stay untouched. */
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** Puts `'` before a cell that a spreadsheet would run; `unguardCell` gives the cell back, whatever it was. */
export function guardCell(cell: string): string {
  return RUNS.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell;
}

/** Removes the one quote that `guardCell` put there. */
export function unguardCell(cell: string): string {
  return GUARDED.test(cell) ? cell.slice(1) : cell;
}
