/** One step of a script: a statement, a file to COPY, or a query whose rows are written to a file. */
export type Step =
  | { readonly sql: string }
  | { readonly copy: string; readonly from: string; readonly options: string }
  | { readonly select: string; readonly to: string; readonly options: string; readonly gzip: boolean };

export const CSV = 'FORMAT csv, HEADER';
export const TEXT = 'FORMAT text';
