import { openAsBlob } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_LAYOUT } from '../formats/file-layout';
import { DEFAULT_LIMITS, type FileFormat } from '../formats/format';
import { parseBatch, splitFile } from '../formats/file-reader';
import { lineInWhole, partFile, planParts, rowInWhole } from './split-file';

interface Seen {
  row: number;
  line: number;
  record: unknown;
}

/** Every record after the header, as the server would read the file. */
async function read(bytes: Uint8Array, format: FileFormat): Promise<Seen[]> {
  const seen: Seen[] = [];
  const source = (async function* () {
    yield bytes;
  })();
  for await (const batch of splitFile(source, format, DEFAULT_LIMITS)) {
    for (const parsed of parseBatch(batch, DEFAULT_LIMITS)) {
      if (parsed.row === 0 || 'skip' in parsed) continue;
      const record = 'cells' in parsed ? parsed.cells : 'object' in parsed ? parsed.object : parsed.issue;
      seen.push({ row: parsed.row, line: parsed.line, record });
    }
  }
  return seen;
}

describe('a file that is split', () => {
  let folder: string;
  beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'almagest-split-'))));
  afterAll(() => rm(folder, { recursive: true }));

  const numbers = Array.from({ length: 500 }, (_, at) => at + 1);
  const csv = numbers.map((at) =>
    at % 7 === 0 ? `k${at},"two\nlines, ""quoted"""\r\n` : `k${at},Name ${at}\n`,
  );
  const objects = numbers.map(
    (at) => `{"identifier":"k${at}",${at % 5 === 0 ? '\n' : ''}"name":"[}, ${at}"}`,
  );

  const FILES: [string, FileFormat, string][] = [
    ['CSV', 'csv', `identifier,name\n${csv.join('')}`],
    [
      'CSV with a byte order mark, blank lines, a header of two lines and no line end at its end',
      'csv',
      `\uFEFF\n  \n"identifier","na\nme"\n${csv.join('\n').trimEnd()}`,
    ],
    ['JSON', 'json', `[\n${objects.join(' ,\n ')}\n]\n`],
    ['NDJSON', 'ndjson', `${objects.map((text) => text.replace('\n', ' ')).join('\n\n')}\n`],
  ];

  it.each(FILES)('has the same records at the same rows and lines: %s', async (_, format, text) => {
    const path = join(folder, 'whole');
    await writeFile(path, text);
    const plan = await planParts(path, format, 2_000);
    const whole = await openAsBlob(path);
    const seen: Seen[] = [];
    for (const part of plan.parts) {
      const bytes = new Uint8Array(await partFile(whole, plan, part).arrayBuffer());
      expect(bytes.length).toBeLessThanOrEqual(2_000);
      const records = await read(bytes, format);
      expect(records).toHaveLength(part.rows);
      for (const { row, line, record } of records)
        seen.push({ row: rowInWhole(part, row), line: lineInWhole(plan, part, line), record });
    }
    expect(plan.parts.length).toBeGreaterThan(3);
    expect(seen).toEqual(await read(Buffer.from(text), format));
  });

  it('repeats the lines before the header, which header_row counts, and has no header where the options have it', async () => {
    const path = join(folder, 'preamble');
    const text = `Report\n\n;;\nidentifier;name\n${numbers.map((at) => `k${at};"a;b"\n`).join('')}`;
    await writeFile(path, text);
    const layout = { ...DEFAULT_LAYOUT, csv: { delimiter: ';', header_row: 4 } };
    const plan = await planParts(path, 'csv', 1_000, layout);
    const whole = await openAsBlob(path);
    expect(plan.parts.length).toBeGreaterThan(3);
    const [, second] = plan.parts;
    if (second === undefined) throw new Error('There is no second part.');
    const part = await partFile(whole, plan, second).text();
    expect(part.startsWith('Report\n\n;;\nidentifier;name\nk')).toBe(true);
    expect(lineInWhole(plan, second, 4)).toBe(4);
    expect(lineInWhole(plan, second, 5)).toBe(second.line);

    await writeFile(path, numbers.map((at) => `k${at},n\n`).join(''));
    const bare = { ...DEFAULT_LAYOUT, csv: { columns: ['identifier', 'name'] } };
    const headless = await planParts(path, 'csv', 1_000, bare);
    expect([headless.header, headless.parts[0]?.start]).toEqual([null, 0]);
  });

  it('is one part when it fits', async () => {
    const path = join(folder, 'small');
    await writeFile(path, 'identifier,name\na,A\n');
    expect((await planParts(path, 'csv', 1_000)).parts).toEqual([
      { start: 16, end: 20, line: 2, firstRow: 1, rows: 1 },
    ]);
  });

  it('is refused when it is broken, or when one record is larger than a part', async () => {
    const path = join(folder, 'broken');
    await writeFile(path, '[{"a":1},');
    await expect(planParts(path, 'json', 1_000)).rejects.toThrow(/cannot be split: json_syntax/);
    await writeFile(path, `identifier\n${'x'.repeat(2_000)}\n`);
    await expect(planParts(path, 'csv', 1_000)).rejects.toThrow(/The records from line 2 on/);
  });
});
