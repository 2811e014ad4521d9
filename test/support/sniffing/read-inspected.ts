import { inspectContent } from '../../../src/catalog/inspect/inspect-content';
import type { InspectionGiven } from '../../../src/catalog/inspect/given-options';
import { ResourceRegistry } from '../../../src/catalog/registry';
import { readHeader } from '../../../src/formats/csv/csv-header';
import { resolveCsvOptions } from '../../../src/formats/csv/resolve-csv-options';
import { decodeHead } from '../../../src/formats/encodings/resolve-encoding';
import { parseBatch, splitFile } from '../../../src/formats/file-reader';
import { DEFAULT_LIMITS, FileError } from '../../../src/formats/format';
import { RESOURCES } from '../../../src/resources/resources.module';
import { hasValue, type Reading, type Refused } from './reading';

const registry = new ResourceRegistry(RESOURCES);
const NOTHING_GIVEN: InspectionGiven = {
  resourceType: null,
  format: null,
  identifierColumn: null,
  spreadsheetSafe: false,
  mapping: {},
  defaults: {},
  options: {},
};
/** What `POST /imports/inspect` looks at, and how much of it decides about the delimiter. */
const INSPECTED_BYTES = 1_048_576;
const HEAD_BYTES = 65_536;

/**
 * Reads the whole file as an import reads it with nothing but the inspected `csv_options`. A question for the encoding is
 * answered with what it proposes; `encoding` is the one in which the file was read.
 */
export async function readInspected(bytes: Buffer): Promise<(Reading & { encoding: string }) | Refused> {
  const head = bytes.subarray(0, INSPECTED_BYTES);
  const isWhole = head.length === bytes.length;
  const content = { bytes: head, isWhole, fileName: 'file.csv' };
  const { inspection, hasMadeNames } = await inspectContent(content, registry, NOTHING_GIVEN);
  const { csv_options, format, problems, questions } = inspection;
  const encoding = inspection.encoding.label ?? inspection.encoding.likely ?? 'utf-8';
  const faults = problems.filter(({ code }) => code !== 'invalid_utf8' && code !== 'encoding_unsupported');
  if (format !== 'csv' || csv_options === null || faults.length > 0) {
    return { refused: `${format ?? 'no format'} ${problems.map(({ code }) => code).join(' ')}` };
  }
  if (questions.some(({ code }) => code === 'delimiter')) return { refused: 'asks for the delimiter' };
  try {
    const text = decodeHead(head, encoding, isWhole).subarray(0, HEAD_BYTES);
    const csv = resolveCsvOptions({ ...csv_options, encoding }, text, isWhole && head.length <= HEAD_BYTES);
    const layout = { csv, json: {} };
    let header: string[] | null = null;
    const records: (readonly string[] | null)[] = [];
    for await (const batch of splitFile(once(bytes), 'csv', DEFAULT_LIMITS, layout)) {
      if (header === null) {
        header = readHeader(batch, DEFAULT_LIMITS, layout);
        continue;
      }
      for (const record of parseBatch(batch, DEFAULT_LIMITS, layout)) {
        if ('issue' in record) records.push(null);
        else if ('cells' in record && hasValue(record.cells)) records.push(record.cells);
      }
    }
    return { header: header ?? [], records, hasMadeNames, isTrimmed: csv.trim === true, encoding };
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    return { refused: error.code };
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
