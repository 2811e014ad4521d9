import { recordsOf, splitText } from '../../../test/support/split-text';

async function result(
  file: string,
): Promise<{ texts: string[]; code: string | undefined; message: string | undefined }> {
  const { batches, error } = await splitText(file, 'json');
  return { texts: recordsOf(batches).map(([, , text]) => text), code: error?.code, message: error?.message };
}

describe('JsonArrayScanner', () => {
  it('cuts the elements of an array out, with their rows and lines', async () => {
    const { batches, error } = await splitText(' [\n {"a":[1,{"b":"]},"}]} ,\r\n\n{"c":\n2}\n]\n', 'json');
    expect(error).toBeNull();
    expect(recordsOf(batches)).toEqual([
      [1, 2, '{"a":[1,{"b":"]},"}]}'],
      [2, 4, '{"c":\n2}'],
    ]);
  });

  it('accepts an empty array as a file without rows', async () => {
    expect(await result('[]')).toMatchObject({ texts: [], code: undefined });
    expect(await result(' [ \n ] ')).toMatchObject({ texts: [], code: undefined });
  });

  it('cuts out elements that are no objects, for the rows to be refused one by one', async () => {
    const { texts, code } = await result('[1, "a\\"]", null,true , -1.5e3,[[]],{}]');
    expect(texts).toEqual(['1', '"a\\"]"', 'null', 'true', '-1.5e3', '[[]]', '{}']);
    expect(code).toBeUndefined();
  });

  it('suggests NDJSON when the file begins with an object', async () => {
    const { code, message } = await result('{"a":1}\n{"a":2}\n');
    expect(code).toBe('json_not_array');
    expect(message).toMatch(/format=ndjson/);
  });

  it.each(['null', '"x"', '1', 'a,b\n1,2'])('refuses a file that is no array: %j', async (file) => {
    expect((await result(file)).code).toBe('json_not_array');
  });

  it.each([
    ['a trailing comma', '[{"a":1},]', 1, /remove the last comma/],
    ['two commas', '[{"a":1},,{}]', 1, /before ","/],
    ['a comma in front', '[,{}]', 0, /before ","/],
    ['a comma that is missing', '[{"a":1} {"a":2}]', 1, /"," or "\]"/],
    ['text after the array', '[{"a":1}] x', 1, /nothing may follow/],
    ['a second array', '[{"a":1}]\n[{"a":2}]', 1, /nothing may follow/],
    ['a bracket too many', '[{"a":1}]]', 1, /nothing may follow/],
    ['a brace that closes the array', '[{"a":1}}', 1, /"," or "\]"/],
  ])('refuses %s after the elements before it', async (_, file, rows, message) => {
    const found = await result(file);
    expect(found.code).toBe('json_syntax');
    expect(found.message).toMatch(message);
    expect(found.texts).toHaveLength(rows);
  });

  it.each([
    '[',
    '[{"a":1}',
    '[{"a":1},',
    '[{"a":1},{"a"',
    '[{"a":1},{"a":"x',
    '[{"a":1},{"a":"x\\',
    '[{"a":1},tru',
  ])('refuses a file that is cut short: %j', async (file) => {
    const found = await result(file);
    expect(found.code).toBe('json_syntax');
    expect(found.message).toMatch(/cut short/);
    expect(found.texts).toHaveLength(file.length > 7 ? 1 : 0);
  });

  it('says the line and offset of an error in the outer array', async () => {
    const { error } = await splitText('[\n{"a":"é"},\n{} x]', 'json');
    expect(error).toMatchObject({ code: 'json_syntax', line: 3 });
    expect(error?.message).toContain('Line 3, byte offset 17');
  });

  it('is not misled by brackets, quotes and line ends inside strings', async () => {
    const { texts } = await result('[{"a":"[{\\"\\\\"},{"b":"}\\u0022]"}]');
    expect(texts).toEqual(['{"a":"[{\\"\\\\"}', '{"b":"}\\u0022]"}']);
  });

  it('counts nesting of ten million levels without a stack and refuses it for its size', async () => {
    expect((await result('['.repeat(10_000_000))).code).toBe('record_too_large');
    expect((await result(`[${'{"a":'.repeat(100_000)}`)).code).toBe('json_syntax');
  });

  it('refuses one element past the limit of rows in an array of millions', async () => {
    const { batches, error } = await splitText(`[${'{},'.repeat(2_000_000)}{}]`, 'json', { rows: 50_000 });
    expect(error).toMatchObject({ code: 'too_many_rows' });
    expect(batches.reduce((rows, { lines }) => rows + lines.length, 0)).toBe(50_000);
  });
});
