import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Compression } from '../../formats/compression';
import { FileError } from '../../formats/format';
import { pack } from '../../formats/pack/pack';
import { BlobNotFoundError } from '../../storage/blob-storage';
import { LocalBlobStorage } from '../../storage/local/local-blob-storage';
import { zipOf } from '../../../test/support/zip-of';
import { openContent } from './open-content';
import { readContentHead } from './read-content-head';

let folder: string;
let storage: LocalBlobStorage;
let number = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'content-'));
  storage = new LocalBlobStorage(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function store(bytes: Uint8Array, name = 'file') {
  const key = `imports/0b9f6a3e-53c5-4a53-9f2b-${String(number++).padStart(12, '0')}`;
  await storage.put(key, one(bytes));
  return { key, size: bytes.length, name, head: Buffer.from(bytes.subarray(0, 65_536)) };
}

async function packed(text: string, compression: Compression, name = 'file'): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of pack(one(Buffer.from(text)), compression, name)) parts.push(part);
  return Buffer.concat(parts);
}

/** The content, or the code and message of the error. */
async function read(bytes: Uint8Array, member?: string): Promise<string> {
  const file = await store(bytes);
  try {
    const { compression } = await readContentHead(storage, file, member);
    const { stream } = await openContent(storage, { ...file, compression, member });
    const parts: Buffer[] = [];
    for await (const part of stream) parts.push(Buffer.from(part as Uint8Array));
    return Buffer.concat(parts).toString();
  } catch (error) {
    if (error instanceof FileError) return `${error.code}: ${error.message}`;
    throw error;
  }
}

const CSV = 'identifier,name\na,b\n';

describe('The content of a stored file', () => {
  it.each(['gzip', 'zip', 'zstd'] as const)('is unpacked from %s, with its name', async (compression) => {
    const ending = { gzip: '.gz', zip: '.zip', zstd: '.zst' }[compression];
    const file = await store(await packed(CSV, compression, 'prices.csv'), `prices.csv${ending}`);
    const head = await readContentHead(storage, file, undefined);
    expect(head).toEqual({ compression, name: 'prices.csv', bytes: Buffer.from(CSV), isWhole: true });
    const content = await openContent(storage, { ...file, compression });
    expect(content.consumed?.()).toBe(0);
    expect(Buffer.concat(await content.stream.toArray()).toString()).toBe(CSV);
    expect(content.consumed?.()).toBe(file.size);
  });

  it('is the file itself when it is not compressed', async () => {
    const file = await store(Buffer.from(CSV), 'a.csv');
    expect(await readContentHead(storage, file, undefined)).toEqual({
      compression: null,
      name: 'a.csv',
      bytes: Buffer.from(CSV),
      isWhole: true,
    });
  });

  it.each(['gzip', 'zip', 'zstd'] as const)(
    'has a head of 64 KiB when it is larger (%s)',
    async (compression) => {
      const text = `a,b\n${'1,2\n'.repeat(50_000)}`;
      const head = await readContentHead(storage, await store(await packed(text, compression)), undefined);
      expect(head.isWhole).toBe(false);
      expect(head.bytes.toString()).toBe(text.slice(0, 65_536));
    },
  );

  it.each(['gzip', 'zip', 'zstd', null] as const)(
    'is closed when it is not read to its end (%s)',
    async (compression) => {
      const text = `a,b\n${Array.from({ length: 50_000 }, (_, row) => `${row * 7_919},2\n`).join('')}`;
      const file = await store(compression === null ? Buffer.from(text) : await packed(text, compression));
      const { stream } = await openContent(storage, { ...file, compression });
      for await (const chunk of stream) {
        expect((chunk as Buffer).length).toBeGreaterThan(0);
        break;
      }
      expect(stream.destroyed).toBe(true);
    },
  );

  it.each(['gzip', 'zip', 'zstd', null] as const)('is missing when the file is (%s)', async (compression) => {
    const file = { key: 'imports/0b9f6a3e-53c5-4a53-9f2b-999999999999', size: 100, name: null, compression };
    await expect(openContent(storage, file)).rejects.toBeInstanceOf(BlobNotFoundError);
  });

  it.each([
    ['gzip', gzipSync(Buffer.alloc(40_000_000))],
    ['zip', zipOf({ 'a.csv': Buffer.alloc(40_000_000) })],
  ])('may not be many times as large as the file (%s)', async (_, bomb) => {
    expect(await read(bomb)).toMatch(/^unpacked_too_large: .*250 times/);
  });

  it('may not be many times as large as a zstd file', async () => {
    // Blocks of one repeated byte: 128 KiB from four bytes.
    const run = Buffer.from('020010' + '61', 'hex');
    const bomb = Buffer.concat([
      Buffer.from('28b52ffd0058', 'hex'),
      ...Array.from({ length: 2_000 }, () => run),
    ]);
    expect(await read(bomb)).toMatch(/^(unpacked_too_large|compression_damaged)/);
  });
});

describe('A zip archive', () => {
  it('has one data file beside folders, hidden files and what macOS adds', async () => {
    const archive = zipOf({
      'data/': '',
      '__MACOSX/data/._a.csv': 'x',
      '.DS_Store': 'x',
      'data/.hidden': 'x',
      'data/a.csv': CSV,
    });
    expect(await read(archive)).toBe(CSV);
  });

  it('with several files is refused with their list, and `member` chooses one, whatever it is called', async () => {
    const archive = zipOf({ 'a.csv': 'A', '../../etc/passwd': 'B', 'ü\u202e.csv': 'C' });
    expect(await read(archive)).toMatch(
      /archive_members: .*3 files: "a.csv", "..\/..\/etc\/passwd", "ü<U\+202E>.csv"\. Name one of them in the field "member"/,
    );
    expect(await read(archive, '../../etc/passwd')).toBe('B');
    expect(await read(archive, 'ü\u202e.csv')).toBe('C');
    expect(await read(archive, 'c.csv')).toMatch(/no file "c.csv"; it has: "a.csv"/);
  });

  it('lists at most 20 files, with short names', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 300 }, (_, index) => [`${'n'.repeat(500)}${index}`, '']),
    );
    const message = await read(zipOf(many));
    expect(message).toMatch(/and 280 more/);
    expect(message.length).toBeLessThan(4_000);
  });

  it.each<[string, Buffer, RegExp]>([
    ['no file', zipOf({}), /archive_members: .*no data file/],
    ['folders only', zipOf({ 'a/': '' }), /no data file/],
    [
      'a workbook',
      zipOf({ '[Content_Types].xml': '', 'xl/workbook.xml': '' }),
      /unsupported_file_format: .*Excel/,
    ],
    ['a spreadsheet', zipOf({ mimetype: 'x', 'content.xml': '' }), /OpenDocument/],
    ['an encrypted file', zipOf({ 'a.csv': CSV }, { flags: 1 }), /compression_unsupported: .*encrypted/],
    ['another method', zipOf({ 'a.csv': CSV }, { method: 12 }), /compression_unsupported: .*method 12/],
    ['a wrong checksum', zipOf({ 'a.csv': CSV }, { sum: 1 }), /compression_damaged: .*checksum/],
    ['a wrong size', zipOf({ 'a.csv': CSV }, { size: 5 }), /compression_damaged/],
    ['too many files', zipOf({ 'a.csv': CSV }, { count: 20_000 }), /more than 10,000 files/],
    ['its end cut off', zipOf({ 'a.csv': CSV }).subarray(0, -30), /compression_damaged/],
  ])('with %s is refused', async (_, archive, message) => {
    expect(await read(archive)).toMatch(message);
  });

  it.each([
    ['not compressed', Buffer.from(CSV)],
    ['compressed with gzip', gzipSync(CSV)],
  ])('needs no `member`: it is left out for a file that is %s', async (_, file) => {
    expect(await read(file, 'a.csv')).toBe(CSV);
  });
});
