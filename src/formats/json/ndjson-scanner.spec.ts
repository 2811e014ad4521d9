import { recordsOf, splitText } from '../../../test/support/split-text';

describe('NdjsonScanner', () => {
  it('yields one record a line, with LF, CRLF or no line end at the end', async () => {
    const { batches, error } = await splitText('{"a":1}\r\n{"a":2}\n{"a":3}', 'ndjson');
    expect(error).toBeNull();
    expect(recordsOf(batches)).toEqual([
      [1, 1, '{"a":1}'],
      [2, 2, '{"a":2}'],
      [3, 3, '{"a":3}'],
    ]);
  });

  it('skips blank lines and counts them', async () => {
    const { batches } = await splitText('\n \t\r\n{"a":1}\n\n\r\n  {"a":2} \n\n', 'ndjson');
    expect(recordsOf(batches)).toEqual([
      [1, 3, '{"a":1}'],
      [2, 6, '  {"a":2} '],
    ]);
  });

  it('lets a broken line be a row of its own', async () => {
    const { batches } = await splitText('{"a":1}\n{"a":\n]\n{"a":2}\n', 'ndjson');
    expect(recordsOf(batches).map(([, , text]) => text)).toEqual(['{"a":1}', '{"a":', ']', '{"a":2}']);
  });

  it('refuses a JSON array, with advice', async () => {
    const { error } = await splitText('[{"a":1},\n{"a":2}]', 'ndjson');
    expect(error).toMatchObject({ code: 'format_contradiction', line: 1 });
    expect(error?.message).toMatch(/format=json/);
  });

  it('refuses a line past the limit, after the lines before it', async () => {
    const { batches, error } = await splitText(`{"a":1}\n{"a":"${'x'.repeat(100)}"}\n`, 'ndjson', {
      recordBytes: 50,
    });
    expect(recordsOf(batches)).toHaveLength(1);
    expect(error).toMatchObject({ code: 'record_too_large', line: 2 });
  });
});
