import type { CsvOptions } from '../../formats/csv/csv-options';
import { detectFormat, HEAD_BYTES } from '../../formats/detect-format';
import { FileError, type FileFormat } from '../../formats/format';
import { detectCsv } from '../../formats/inspect/detect-csv';
import { detectJson } from '../../formats/inspect/detect-json';
import type { JsonOptions } from '../../formats/json/json-options';
import type { ResourceRegistry } from '../registry';
import { columnEvidence } from './column-evidence';
import { decodeContent, type DecodedContent } from './decode-content';
import { mergeGiven, type InspectionGiven } from './given-options';
import type { ContentInspection } from './inspection';
import { problemOf, type InspectionProblem } from './problem';
import type { Evidence, Proposal, Question } from './proposal';
import { propose } from './propose';
import { rawRows } from './read-rows';
import { readTable, type ReadTable } from './read-table';
import { readerOf } from './reader-of';
import { isKnownName } from './synonyms';

/** The beginning of a file, unpacked. */
export interface InspectedContent {
  readonly bytes: Buffer;
  /** The file has no other bytes. */
  readonly isWhole: boolean;
  readonly fileName: string | null;
}

/** What is told before the workspace is asked: everything but what types and records there are. */
export interface ContentTold {
  readonly inspection: ContentInspection;
  readonly proposal: Proposal;
  readonly read: ReadTable | null;
}

/** How the records are written: what an import must be told of it. */
interface LayoutTold {
  readonly format: FileFormat | null;
  readonly csv: CsvOptions | null;
  readonly json: JsonOptions | null;
  readonly questions: readonly Question[];
  readonly evidence: readonly Evidence[];
  readonly problems: readonly InspectionProblem[];
  /** Lines before the records. */
  readonly preamble: readonly string[];
  /** Texts beside the records that may name the instrument. */
  readonly names: readonly string[];
}

/** Tells everything that the bytes themselves show. Never throws for what a file holds: it is a problem of the result. */
export async function inspectContent(
  content: InspectedContent,
  registry: ResourceRegistry,
  given: InspectionGiven,
): Promise<ContentTold> {
  const decoded = decodeContent(content.bytes);
  const layout = tellLayout(content, decoded, given);
  const isOpen = layout.format === null || layout.questions.length > 0;
  const read =
    isOpen || layout.format === null
      ? null
      : await readTable(content.bytes, content.isWhole, layout.format, {
          csv: layout.csv ?? {},
          json: layout.json ?? {},
        });
  const columns = read === null ? [] : columnEvidence(read.table, readerOf);
  const found =
    read === null || columns.length === 0
      ? NOTHING
      : propose({
          table: read.table,
          columns,
          registry,
          given: { ...given, resource_type: given.resourceType, unpivot: given.options.unpivot ?? null },
          fileName: content.fileName,
          hints: { utc: utcLine(layout.preamble) },
          names: layout.names,
        });
  const proposal = mergeGiven(found, given);
  return {
    proposal,
    read,
    inspection: {
      ...proposal,
      type: null,
      format: layout.format,
      encoding: decoded.told,
      csv_options: layout.csv,
      json_options: layout.json,
      header: read?.header ?? null,
      rows_inspected: read?.records.length ?? 0,
      columns,
      sample: read === null ? [] : rawRows(read.records),
      ignored_columns: [],
      questions: [...layout.questions, ...proposal.questions],
      evidence: [...layout.evidence, ...proposal.evidence],
      problems: [
        ...layout.problems,
        ...(read?.error ? [problemOf(read.error.code, read.error.message)] : []),
      ],
    },
  };
}

const NOTHING: Proposal = {
  scores: [],
  resource_type: null,
  mapping: {},
  defaults: {},
  field_options: {},
  match: {},
  unpivot: null,
  type: null,
  questions: [],
  evidence: [],
};

const NO_LAYOUT: LayoutTold = {
  format: null,
  csv: null,
  json: null,
  questions: [],
  evidence: [],
  problems: [],
  preamble: [],
  names: [],
};

/** The name of a file does not decide here: what it says wrongly is told as a problem. */
function tellLayout(content: InspectedContent, decoded: DecodedContent, given: InspectionGiven): LayoutTold {
  const head = content.bytes.subarray(0, HEAD_BYTES);
  try {
    const format = given.format ?? detectFormat(head, null, null);
    const told = format === 'csv' ? tellCsv(content, decoded, given) : tellJson(decoded.text, given, format);
    return { ...told, problems: [...told.problems, ...nameProblem(head, content.fileName, told.format)] };
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    return { ...NO_LAYOUT, problems: [problemOf(error.code, error.message)] };
  }
}

/** A name that says another format: the import is told the format. */
function nameProblem(
  head: Uint8Array,
  fileName: string | null,
  format: FileFormat | null,
): InspectionProblem[] {
  try {
    detectFormat(head, fileName, format);
    return [];
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    return [problemOf(error.code, error.message)];
  }
}

function tellCsv(
  { isWhole }: InspectedContent,
  { text }: DecodedContent,
  given: InspectionGiven,
): LayoutTold {
  const found = detectCsv(text, isWhole, given.options.csv_options ?? {}, isKnownName);
  const choices = found.delimiters.map((delimiter) => ({
    label: delimiter,
    options: { csv_options: { delimiter } },
  }));
  const question: Question = {
    code: 'delimiter',
    field: null,
    column: null,
    message: 'Which character separates the cells? Several cut the lines into equal numbers of cells.',
    choices,
  };
  return {
    ...NO_LAYOUT,
    format: 'csv',
    csv: found.options,
    questions: choices.length > 0 ? [question] : [],
    evidence: found.evidence.map(({ option, message }) => ({ pointer: `/csv_options/${option}`, message })),
    preamble: found.preamble,
  };
}

function tellJson(text: string, given: InspectionGiven, declared: FileFormat): LayoutTold {
  const fixed = given.options.json_options;
  const found = fixed === undefined ? detectJson(text) : null;
  if (found === null)
    return { ...NO_LAYOUT, format: fixed === undefined ? declared : 'json', json: fixed ?? {} };
  const choices = found.recordPaths.map((path) => ({
    label: path,
    options: { json_options: { record_path: path } },
  }));
  const question: Question = {
    code: 'record_path',
    field: null,
    column: null,
    message: 'Which array holds the records? Several do.',
    choices,
  };
  return {
    ...NO_LAYOUT,
    format: given.format ?? found.format,
    json: found.options,
    questions: choices.length > 0 ? [question] : [],
    evidence: found.evidence.map(({ option, message }) => ({
      pointer: option === 'format' ? '/format' : `/json_options/${option}`,
      message,
    })),
    names: [...found.texts]
      .filter(([key, value]) => isKnownName(key) && value.length > 0 && value.length < MAX_NAME)
      .map(([, value]) => value),
  };
}

const MAX_NAME = 60;

/** A line before the records that says that times are in UTC. */
function utcLine(preamble: readonly string[]): string | null {
  const line = preamble.find((one) => /\b(?:UTC|GMT)\b/.test(one));
  return line === undefined ? null : `the file says "${line.slice(0, 80)}".`;
}
