/** One step of a script: a statement, a file that COPY takes in, or a query whose rows go into a file. */
export type Step =
  | { readonly sql: string }
  | { readonly copy: string; readonly from: string; readonly options: string }
  | { readonly select: string; readonly to: string; readonly options: string; readonly gzip: boolean };

export const CSV = 'FORMAT csv, HEADER';
export const TEXT = 'FORMAT text';
