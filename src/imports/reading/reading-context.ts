import { Binder, type Mapping } from '../../catalog/binding/binder';
import type { ReferenceMatch } from '../../catalog/binding/reference-match';
import { layOutStage, type StageLayout } from '../../catalog/importing/stage-layout';
import { Warnings } from '../../catalog/reading/warnings';
import type { RecordType } from '../../catalog/record-type';
import type { ResourceRegistry } from '../../catalog/registry';
import type { Sql } from '../../database/sql';
import type { FileLayout } from '../../formats/file-layout';
import type { FileFormat, FormatLimits } from '../../formats/format';
import { isJsonObject, type JsonObject } from '../../formats/json/json-value';
import { parseJson } from '../../formats/json/parse-json';
import { fileLayoutOf, type ImportOptions } from '../import-options';

/** The part of an import request that reading needs. */
export interface ReadingRequest {
  readonly resourceType: string;
  readonly format: FileFormat;
  readonly onError: 'abort' | 'continue';
  readonly identifierColumn: string | null;
  readonly spreadsheetSafe: boolean;
  /** Column or key of the file → field. */
  readonly mapping: Mapping;
  /** Field → constant for rows that have no such column or key. */
  readonly defaults: JsonObject;
  readonly options: ImportOptions;
}

/** Everything that the reading of one file needs: no session, no storage and no job. */
export interface ReadingContext {
  readonly workspaceId: string;
  readonly request: ReadingRequest;
  readonly limits: FormatLimits;
  readonly registry: ResourceRegistry;
  /** The types that records of the workspace may have. */
  readonly types: readonly RecordType[];
  /** The fields by which references are looked up, where they are not their identifiers. */
  readonly matches: readonly ReferenceMatch[];
  readonly binder: Binder;
  readonly layout: StageLayout;
  readonly fileLayout: FileLayout;
  /** What the batch that is being read warns of; each batch takes them along. */
  readonly warnings: Warnings;
  /** Runs look-ups, outside of the session of the attempt. */
  readonly pool: Sql;
}

/** Completes a context with what follows from the request. Throws a `BindingError`. */
export function openReading(
  given: Omit<ReadingContext, 'binder' | 'layout' | 'fileLayout' | 'warnings'>,
): ReadingContext {
  const resource = given.registry.get(given.request.resourceType);
  const binder = new Binder(resource, given.types, given.request);
  return {
    ...given,
    binder,
    layout: layOutStage(resource, binder.match, {
      unpivoted: unpivotedFields(binder),
      archived: given.request.options.archived,
    }),
    fileLayout: fileLayoutOf(given.request.options),
    warnings: new Warnings(),
  };
}

const unpivotedFields = ({ unpivot }: Binder): string[] | null =>
  unpivot && [unpivot.name.name, unpivot.value.name];

/** The defaults of an import from their JSON text, numbers digit for digit. */
export function readDefaults(text: string): JsonObject {
  const value = parseJson(text, { depth: 32 });
  if (!isJsonObject(value)) throw new Error('The defaults of an import are not a JSON object.');
  return value;
}

/** The name that the file uses for a field: the columns that feed it by the request, else the field's own. */
export const labelOf = ({ binder }: Pick<ReadingContext, 'binder'>, field: string): string =>
  binder.labelOf(field);

/** An error of the file as a whole. */
interface FileIssue {
  readonly code: string;
  readonly message: string;
  /** Physical line of the error. */
  readonly line: number | null;
}

/** The state of the reading of a file. */
export interface FileReading {
  /** Number of the last row that was read. */
  lastRow: number;
  /** An error of the file as a whole. The rows before it were read. */
  fileError: FileIssue | null;
  /** Number of row errors so far. Reading stops at `errorLimit`. */
  errors: number;
  /** The end of the file was seen. */
  whole: boolean;
}

export const newReading = (): FileReading => ({
  lastRow: 0,
  fileError: null,
  errors: 0,
  whole: false,
});

/** `abort` reports at most 1,000 errors; `continue` fails at the 1,000,000th (docs/contract.md 6.3). */
export const MAX_REPORTED = { abort: 1_000, continue: 1_000_000 } as const;

/** Reading stops at so many errors: under `abort` nothing is applied then, unless some rows may fail. */
export const errorLimit = ({ onError, options }: Pick<ReadingRequest, 'onError' | 'options'>): number =>
  MAX_REPORTED[options.max_errors === undefined ? onError : 'continue'];
