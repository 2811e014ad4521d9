import { ACCEPTED, BAD_FILES, REFUSED } from '../../../test/fixtures/json-cases';
import { parseText } from '../../../test/support/split-text';
import { JsonIssue } from './json-cursor';
import { JsonNumber, type JsonValue } from './json-value';
import { parseJson } from './parse-json';

/** The cases of JSONTestSuite's classes, made anew: what must be read, what must be refused, and by which code. */
describe('JSON, class by class', () => {
  it('has enough cases, each with a name of its own', () => {
    const names = [ACCEPTED, REFUSED, BAD_FILES].map((cases) => cases.map(([name]) => name));
    expect(names.flat().length).toBeGreaterThanOrEqual(250);
    for (const list of names) expect(new Set(list).size).toBe(list.length);
  });

  it.each(ACCEPTED)('reads %s', async (_, text) => {
    const value = parseJson(text, { depth: 32 });
    expect(asJavaScript(value)).toEqual(JSON.parse(text));
    // As a record of a file it is an object, or a row that is none; its neighbours are there.
    const record = /^\s*\{/.test(text) ? { object: value } : { issue: { code: 'row_not_object' } };
    const { records, error } = await parseText(`[{},${text},{}]`, 'json');
    expect(error).toBeNull();
    expect(records).toMatchObject([
      { row: 1, object: {} },
      { row: 2, ...record },
      { row: 3, object: {} },
    ]);
  });

  it.each(REFUSED)('refuses %s', async (_, text, code) => {
    expect(codeOf(text)).toBe(code);
    if (/[\n\r]/.test(text) || text.trim() === '') return;
    // As a line of NDJSON it spoils its own row and no other.
    const { records, error } = await parseText(`{}\n${text}\n{}\n`, 'ndjson');
    expect(error).toBeNull();
    expect(records).toMatchObject([
      { row: 1, object: {} },
      { row: 2, issue: { code } },
      { row: 3, object: {} },
    ]);
  });

  it.each(REFUSED)('takes nothing of a JSON file for a record that is none: %s', async (_, text, code) => {
    const { records, error } = await parseText(`[{"a":1},${text}]`, 'json');
    expect(records[0]).toMatchObject({ row: 1, object: { a: 1 } });
    // The cut is made by brackets and quotes: what breaks those is an error of the file.
    if (error) expect(['json_syntax', 'json_not_array']).toContain(error.code);
    else expect(records.some((record) => 'issue' in record && record.issue.code === code)).toBe(true);
  });

  it.each(BAD_FILES)('refuses a file of %s', async (_, hex, code) => {
    for (const batchBytes of [1, 1_048_576]) {
      expect((await parseText(Buffer.from(hex, 'hex'), 'json', { batchBytes })).error?.code).toBe(code);
    }
  });
});

function codeOf(text: string): string | null {
  try {
    parseJson(text, { depth: 32 });
    return null;
  } catch (error) {
    if (error instanceof JsonIssue) return error.code;
    throw error;
  }
}

/** The value that `JSON.parse` returns: it is compared by numbers, not by digits. */
function asJavaScript(value: JsonValue): unknown {
  if (value instanceof JsonNumber) return Number(value.text);
  if (Array.isArray(value)) return value.map(asJavaScript);
  if (typeof value !== 'object' || value === null) return value;
  const object: Record<string, unknown> = {};
  for (const [key, member] of Object.entries(value)) {
    Object.defineProperty(object, key, {
      value: asJavaScript(member),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return object;
}
