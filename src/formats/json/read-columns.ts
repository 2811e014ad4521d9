import { recordText, type RawBatch } from '../batch';
import { markLength } from '../encoding';
import { asUtf8 } from '../encodings/decode-stream';
import { FileError, type FormatLimits } from '../format';
import { PIECE_BYTES, RecordWindow } from '../record-window';
import { JsonIssue } from './json-cursor';
import type { JsonOptions } from './json-options';
import { readPointer } from './json-pointer';
import { JsonPathScanner } from './json-path-scanner';
import { isJsonObject, type JsonValue } from './json-value';
import { parseJson } from './parse-json';

/**
 * The names of a columnar JSON file: the texts of the array at `columns_path`, or the texts under `name` of its objects. The
 * file is read up to the end of that array. Throws a `FileError`: what the scanner throws, `duplicate_column`,
 * `empty_column_name`, `too_many_columns`, or `json_path_not_found` for an element that is no name.
 */
export async function readColumns(
  source: AsyncIterable<Uint8Array>,
  options: JsonOptions,
  limits: FormatLimits,
): Promise<string[]> {
  const window = new RecordWindow('json', limits);
  const path = readPointer(options.columns_path ?? '') ?? [];
  const scanner = new JsonPathScanner(window, {
    records: 'objects',
    path,
    option: 'columns_path',
    keyTo: '',
    columns: [],
  });
  const names = new Names(limits);
  const read = (final: boolean): void => {
    while (scanner.advance(final)) names.add(window.flush());
    if (final || scanner.pastRecords) names.add(window.flush());
  };
  let opened = false;
  for await (const chunk of asUtf8(source, options.encoding ?? undefined)) {
    for (let at = 0; at < chunk.length; at += PIECE_BYTES) {
      window.append(chunk.subarray(at, at + PIECE_BYTES));
      if (!opened) window.skip(markLength(window.bytes.subarray(0, window.end)));
      opened = true;
      read(false);
      if (scanner.pastRecords) return names.checked();
    }
  }
  read(true);
  return names.checked();
}

/** The names that were read so far. */
class Names {
  private readonly names: string[] = [];

  constructor(private readonly limits: FormatLimits) {}

  add(batches: Iterable<RawBatch>): void {
    for (const batch of batches) {
      for (const [index, line] of batch.lines.entries())
        this.names.push(nameOf(recordText(batch, index), line));
      if (this.names.length > this.limits.columns) {
        const most = this.limits.columns.toLocaleString('en');
        throw new FileError(
          'too_many_columns',
          `The file has more than ${most} names of columns.`,
          batch.lines[0] ?? null,
        );
      }
    }
  }

  checked(): string[] {
    const { names } = this;
    if (names.length === 0)
      throw new FileError(
        'json_path_not_found',
        'The array at json_options.columns_path is empty: it names no column.',
      );
    if (names.includes(''))
      throw new FileError('empty_column_name', 'A name at json_options.columns_path is empty.');
    const repeated = names.find((name, index) => names.indexOf(name) !== index);
    if (repeated === undefined) return names;
    throw new FileError(
      'duplicate_column',
      `The name ${JSON.stringify(repeated)} is twice at json_options.columns_path.`,
    );
  }
}

function nameOf(text: string, line: number): string {
  const value = parseName(text, line);
  const name = isJsonObject(value) ? value['name'] : value;
  if (typeof name === 'string') return name;
  throw new FileError(
    'json_path_not_found',
    `json_options.columns_path must lead to an array of names: texts, or objects with a text under "name". One element is ${text.slice(0, 60)}.`,
    line,
  );
}

function parseName(text: string, line: number): JsonValue {
  try {
    return parseJson(text, { depth: 4, values: 1_000 });
  } catch (error) {
    if (!(error instanceof JsonIssue)) throw error;
    throw new FileError('json_syntax', `A name of a column cannot be read. ${error.message}`, line);
  }
}
