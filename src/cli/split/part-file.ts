import type { Part, Plan } from './plan-parts';

/** A part as a file of its own; its bytes are read from `whole` when they are sent. */
export function partFile(whole: Blob, { format, header }: Plan, { start, end }: Part): Blob {
  const records = whole.slice(start, end);
  if (format === 'json') return new Blob(['[', records, ']']);
  return header === null ? new Blob([records]) : new Blob([whole.slice(header.start, header.end), records]);
}

/** The row of the whole file that is `row` in a part. */
export const rowInWhole = (part: Part, row: number): number => row + part.firstRow - 1;

/** The physical line of the whole file that is `line` in a part. */
export function lineInWhole({ header }: Plan, part: Part, line: number): number {
  if (header === null) return part.line + line - 1;
  return line <= header.lines ? header.line + line - 1 : part.line + line - header.lines - 1;
}
