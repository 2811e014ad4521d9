import { writeFile } from './write-file';

async function file(format: 'csv' | 'json' | 'ndjson', text: string, chunk: number): Promise<string> {
  async function* cut(): AsyncIterable<Buffer> {
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk);
  }
  const chunks: Buffer[] = [];
  for await (const part of writeFile(format, ['a', 'b,c'], cut())) chunks.push(part);
  return Buffer.concat(chunks).toString();
}

describe('A file out of lines', () => {
  it.each([1, 2, 3, 7, 100])('is the same however its bytes arrive (%s at a time)', async (chunk) => {
    expect(await file('json', '{"a":"ü"},\n{"a":2},\n', chunk)).toBe('[\n{"a":"ü"},\n{"a":2}\n]\n');
    expect(await file('ndjson', '{"a":"ü"}\n', chunk)).toBe('{"a":"ü"}\n');
    expect(await file('csv', '1,2\n', chunk)).toBe('a,"b,c"\n1,2\n');
  });

  it('is an empty array, a header, or empty without lines', async () => {
    expect(await file('json', '', 1)).toBe('[]\n');
    expect(await file('csv', '', 1)).toBe('a,"b,c"\n');
    expect(await file('ndjson', '', 1)).toBe('');
  });

  it('begins with a byte order mark in CSV alone, when that is asked for', async () => {
    const noLines = (async function* (): AsyncIterable<Buffer> {})();
    const first = async (format: 'csv' | 'json'): Promise<string> => {
      for await (const part of writeFile(format, ['a'], noLines, true)) return part.toString();
      return '';
    };
    expect([await first('csv'), await first('json')]).toEqual(['\uFEFFa\n', '[]\n']);
  });
});
