import { ApiProblem } from './api-problem';
import { pathOf, type Session } from './request';
import { readExactJson } from './read-exact-json';

/** How the cells of a field are read, as far as this page shows it. */
export interface FieldReading {
  format?: string;
  time_zone?: string;
  decimal_separator?: string;
  null_values?: string[];
  [option: string]: unknown;
}

/** What the server reports about one column. */
export interface ColumnTold {
  name: string;
  kind: string;
  format: string | null;
  ambiguous_formats: string[];
  decimal_separator: string | null;
  null_values: string[];
  undecided: string[];
  evidence: string[];
}

/** The first rows, as the file has them and as an import would read them. */
export interface SampleRow {
  row: number;
  raw: unknown;
  read: Record<string, string | null> | null;
  errors: { column: string | null; code: string; message: string }[];
}

/** Errors or warnings of one code in one column. */
export interface Finding {
  code: string;
  column: string | null;
  message: string;
  count: number;
  first_row: number | null;
}

/** Fields of the form of an import. */
export interface FormOptions {
  resource_type?: string;
  csv_options?: Record<string, unknown>;
  json_options?: Record<string, unknown>;
  mapping?: Record<string, string | null>;
  defaults?: Record<string, unknown>;
  field_options?: Record<string, FieldReading>;
  match?: Record<string, string>;
  unpivot?: Record<string, unknown>;
  member?: string;
  on_duplicate?: string;
  unknown_columns?: string;
  archived?: string;
  max_errors?: string;
  warnings_as_errors?: boolean;
}

/** A question that the file leaves open, with what each answer means. */
export interface Question {
  code: string;
  field: string | null;
  column: string | null;
  message: string;
  choices: { label: string; options: FormOptions }[];
}

/** The type of all records, as the body of the request that creates it. */
export interface ProposedType {
  /** `instrument_types`, `market_types` or `series`. */
  resource: string;
  identifier: string;
  name: string;
  kind?: string;
  fields: { field_key: string; field_label: string; data_type: string }[];
  exists: boolean;
}

/** What `POST /imports/inspect` returns for a file (docs/contract.md 2.8). */
export interface Inspection {
  is_whole: boolean;
  compression: string | null;
  /** The file inside a zip archive. */
  member: string | null;
  format: 'csv' | 'json' | 'ndjson' | null;
  encoding: { label: string | null; likely: string | null };
  csv_options: Record<string, unknown> | null;
  json_options: Record<string, unknown> | null;
  header: string[] | null;
  columns: ColumnTold[];
  resource_type: string | null;
  matching_profile?: string | null;
  mapping: Record<string, string | null>;
  defaults: Record<string, unknown>;
  field_options: Record<string, FieldReading>;
  match: Record<string, string>;
  unpivot: Record<string, unknown> | null;
  type: ProposedType | null;
  sample: SampleRow[];
  questions: Question[];
  evidence: { pointer: string; message: string }[];
  problems: Finding[];
}

/** Sends the form of an inspection. Throws an ApiProblem. */
export async function inspect(session: Session, form: FormData, signal: AbortSignal): Promise<Inspection> {
  const response = await fetch(pathOf(session, '/imports/inspect'), {
    method: 'POST',
    headers: { Authorization: `Bearer ${session.token}` },
    body: form,
    signal,
  }).catch((error: unknown) => {
    throw signal.aborted ? error : ApiProblem.unreachable();
  });
  const text = await response.text();
  if (!response.ok) throw ApiProblem.of(response.status, text);
  return readExactJson(text) as Inspection;
}
