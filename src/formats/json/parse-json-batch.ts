import { type ParsedRecord, type RawBatch, recordText } from '../batch';
import type { FormatLimits } from '../format';
import { JsonIssue } from './json-cursor';
import { isJsonObject, type JsonValue } from './json-value';
import { parseJson } from './parse-json';

/** Parses each element or line by itself: a malformed one does not affect the others. */
export function parseJsonBatch(batch: RawBatch, limits: FormatLimits): ParsedRecord[] {
  return batch.lines.map((line, index): ParsedRecord => {
    const row = batch.firstRow + index;
    const raw = recordText(batch, index);
    const value = parse(raw, limits);
    if (value instanceof JsonIssue) {
      return { row, line, issue: { code: value.code, message: value.message }, raw };
    }
    if (isJsonObject(value)) return { row, line, object: value };
    const message = `A row is a JSON object like {"identifier":"bhp.ax"}; this one is ${kindOf(value)}.`;
    return { row, line, issue: { code: 'row_not_object', message }, raw };
  });
}

function parse(text: string, { depth, values }: FormatLimits): JsonValue | JsonIssue {
  try {
    return parseJson(text, { depth, values });
  } catch (error) {
    if (error instanceof JsonIssue) return error;
    throw error;
  }
}

function kindOf(value: JsonValue): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  return typeof value === 'string' ? 'a text' : typeof value === 'boolean' ? 'a boolean' : 'a number';
}
