import type { CsvOptions } from '../../formats/csv/csv-options';
import { resolveCsvOptions } from '../../formats/csv/resolve-csv-options';
import type { FileLayout } from '../../formats/file-layout';
import { FileError, type FileFormat } from '../../formats/format';
import { foreignFormat } from '../../formats/foreign-format';
import { detectCsv } from '../../formats/inspect/detect-csv';
import { detectJson } from '../../formats/inspect/detect-json';
import { isDocument } from '../../formats/json/json-layout';
import type { JsonOptions } from '../../formats/json/json-options';
import { OptionError } from '../../formats/option-error';
import type { DecodedContent } from './decode-content';
import type { InspectionGiven } from './given-options';
import { problemOf, type InspectionProblem } from './problem';
import type { Evidence, Question } from './proposal';
import { isKnownName } from './synonyms';

/** How the records of a file are written: the options that an import needs. */
export interface DetectedLayout {
  readonly format: FileFormat | null;
  readonly csv: CsvOptions | null;
  readonly json: JsonOptions | null;
  /** How the records are read here; null when that is not known. */
  readonly layout: FileLayout | null;
  readonly questions: readonly Question[];
  readonly evidence: readonly Evidence[];
  readonly problems: readonly InspectionProblem[];
  /** The names of the columns are made up. */
  readonly hasMadeNames: boolean;
  /** Lines before the records. */
  readonly preamble: readonly string[];
  /** Texts beside the records that may name the instrument. */
  readonly names: readonly string[];
}

const NOTHING: DetectedLayout = {
  format: null,
  csv: null,
  json: null,
  layout: null,
  questions: [],
  evidence: [],
  problems: [],
  hasMadeNames: false,
  preamble: [],
  names: [],
};

const HEAD_BYTES = 65_536;

/** Detects the format and the layout of a file from its text. The name of the file does not count: a declared format wins over it. */
export function detectLayout(
  bytes: Buffer,
  isWhole: boolean,
  decoded: DecodedContent,
  given: InspectionGiven,
): DetectedLayout {
  const foreign = foreignFormat(bytes.subarray(0, HEAD_BYTES));
  if (foreign !== null) {
    const message = `The file is ${foreign}; Almagest reads CSV, JSON and NDJSON. Save it in one of these formats.`;
    return { ...NOTHING, problems: [problemOf('unsupported_file_format', message)] };
  }
  const { text, encoding, refusal } = decoded;
  const start = text.trimStart().charAt(0);
  if (start === '') {
    const empty = problemOf('file_empty', 'The file is empty.');
    return { ...NOTHING, problems: [refusal === null ? empty : problemOf(refusal.code, refusal.message)] };
  }
  const isJson = given.format === null ? start === '[' || start === '{' : given.format !== 'csv';
  const layout = isJson
    ? layoutOfJson(text, given)
    : layoutOfCsv(text, isWhole, given, encoding.label ?? encoding.likely);
  const asked = encoding.likely === null ? [] : [encodingQuestion(encoding.likely, text, isJson)];
  const refused = refusal === null ? [] : [problemOf(refusal.code, refusal.message)];
  return {
    ...layout,
    questions: [...asked, ...layout.questions],
    problems: [...refused, ...layout.problems],
  };
}

/** The text of a line beyond ASCII shows whether an encoding is the right one. */
function encodingQuestion(likely: string, text: string, isJson: boolean): Question {
  const line =
    text
      .slice(0, HEAD_BYTES)
      .split(/\r?\n/)
      .find((one) => /[^\0-\u007f]/.test(one)) ?? '';
  const shown = line.length > 80 ? `${line.slice(0, 80)}…` : line;
  const options = isJson ? { json_options: { encoding: likely } } : { csv_options: { encoding: likely } };
  return {
    code: 'encoding',
    field: null,
    column: null,
    message: `The file is not UTF-8. In ${likely} it reads "${shown}". Is that right?`,
    choices: [{ label: likely, options }],
  };
}

function layoutOfCsv(
  text: string,
  isWhole: boolean,
  given: InspectionGiven,
  encoding: string | null,
): DetectedLayout {
  const found = detectCsv(text, isWhole, given.options.csv_options ?? {}, isKnownName);
  const choices = found.delimiters.map((delimiter) => ({
    label: delimiter,
    options: { csv_options: { delimiter } },
  }));
  const layout: DetectedLayout = {
    ...NOTHING,
    format: 'csv',
    csv: found.options,
    evidence: found.evidence.map(({ option, message }) => ({ pointer: `/csv_options/${option}`, message })),
    preamble: found.preamble,
    hasMadeNames: found.madeNames,
  };
  if (choices.length > 0) return { ...layout, questions: [{ ...DELIMITER, choices }] };
  const head = Buffer.from(text.slice(0, HEAD_BYTES));
  const isHeadWhole = isWhole && text.length <= HEAD_BYTES;
  try {
    return { ...layout, ...resolved(found.options, head, isHeadWhole, encoding) };
  } catch (error) {
    if (error instanceof OptionError)
      return { ...layout, problems: [problemOf('invalid_mapping', error.message)] };
    if (!(error instanceof FileError)) throw error;
    return { ...layout, problems: [problemOf(error.code, error.message)] };
  }
}

const DELIMITER: Omit<Question, 'choices'> = {
  code: 'delimiter',
  field: null,
  column: null,
  message: 'Which character separates the cells? Several cut the lines into equal numbers of cells.',
};

/** The options as an import resolves them. The delimiter is named where the import would not detect the same one. */
function resolved(
  options: CsvOptions,
  head: Buffer,
  isWhole: boolean,
  encoding: string | null,
): Pick<DetectedLayout, 'csv' | 'layout'> {
  const delimiter = options.delimiter ?? ',';
  const read = { ...options, ...(encoding !== null && { encoding }) };
  const layout = { csv: resolveCsvOptions({ ...read, delimiter }, head, isWhole), json: {} };
  if (options.delimiter !== undefined) return { csv: options, layout };
  return { csv: areAlike(read, head, isWhole) ? options : { ...options, delimiter }, layout };
}

function areAlike(options: CsvOptions, head: Buffer, isWhole: boolean): boolean {
  try {
    return resolveCsvOptions(options, head, isWhole).delimiter === ',';
  } catch (error) {
    if (error instanceof FileError) return false; // it finds several, or none
    throw error;
  }
}

function layoutOfJson(text: string, given: InspectionGiven): DetectedLayout {
  const fixed = given.options.json_options ?? {};
  const found = isDocument(fixed) ? null : detectJson(text);
  if (found === null) {
    const format = isDocument(fixed) ? 'json' : (given.format ?? 'json');
    return { ...NOTHING, format, json: fixed, layout: { csv: {}, json: fixed } };
  }
  const choices = found.recordPaths.map((path) => ({
    label: path,
    options: { json_options: { record_path: path } },
  }));
  const json = { ...found.options, ...fixed };
  const layout: DetectedLayout = {
    ...NOTHING,
    format: given.format ?? found.format,
    json,
    evidence: found.evidence.map(({ option, message }) => ({
      pointer: option === 'format' ? '/format' : `/json_options/${option}`,
      message,
    })),
    names: [...found.texts].filter(mayBeName).map(([, value]) => value),
  };
  if (choices.length > 0) return { ...layout, questions: [{ ...RECORD_PATH, choices }] };
  const columns = found.columns.length > 0 ? { columns: found.columns } : {};
  return { ...layout, layout: { csv: {}, json: { ...columns, ...json } } };
}

const RECORD_PATH: Omit<Question, 'choices'> = {
  code: 'record_path',
  field: null,
  column: null,
  message: 'Which array holds the records? Several do.',
};

const MAX_NAME = 60;
const mayBeName = ([key, value]: readonly [string, string]): boolean =>
  isKnownName(key) && value !== '' && value.length <= MAX_NAME;
