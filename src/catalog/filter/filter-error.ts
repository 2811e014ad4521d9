/** One thing that is wrong in a filter or a sort; `pointer` is a JSON pointer from the root of what was read. */
export interface FilterIssue {
  pointer: string;
  code: string;
  message: string;
}

/** A filter or a sort that cannot be meant. It is read to its end, so that all flaws are told at once. */
export class FilterError extends Error {
  constructor(readonly errors: readonly FilterIssue[]) {
    super(errors[0]?.message ?? 'The filter is malformed.');
  }
}
