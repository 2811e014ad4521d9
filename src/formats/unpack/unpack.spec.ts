import { createHash } from 'node:crypto';
import { deflateRawSync, gzipSync } from 'node:zlib';
import type { Compression } from '../compression';
import { FileError } from '../format';
import { pack } from '../pack/pack';
import { gunzip } from './gunzip';
import { unzstd } from './unzstd';

async function* cut(bytes: Uint8Array, chunk: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk);
}

async function all(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of chunks) parts.push(part);
  return Buffer.concat(parts);
}

async function outcome(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  try {
    return (await all(chunks)).toString();
  } catch (error) {
    if (error instanceof FileError) return `${error.code}: ${error.message}`;
    throw error;
  }
}

const TEXT = Buffer.from(
  `identifier,name\n${Array.from({ length: 60_000 }, (_, row) => `a${(row * 7_919) % 50_000},Müller ${row}\n`).join('')}`,
);
const UNPACK = { gzip: gunzip, zstd: unzstd } as const;

describe.each(['gzip', 'zstd'] as const)('A file compressed with %s', (compression) => {
  const unpack = UNPACK[compression];

  it.each([1, 1_000, 65_536, 10_000_000])(
    'reads the same however it arrives (%s bytes at a time)',
    async (chunk) => {
      const text = chunk === 1 ? TEXT.subarray(0, 20_000) : TEXT;
      const packed = await all(pack(cut(text, 65_536), compression, 'a'));
      expect((await all(unpack(cut(packed, chunk)))).equals(text)).toBe(true);
    },
  );

  it('may have several members, one after the other, also of nothing', async () => {
    const parts = await Promise.all(
      ['id,name\n', '', 'a,b\n'].map((text) => all(pack(cut(Buffer.from(text), 3), compression, 'a'))),
    );
    expect(await outcome(unpack(cut(Buffer.concat(parts), 7)))).toBe('id,name\na,b\n');
  });

  it('is refused when it is cut short, wherever', async () => {
    const packed = await all(pack(cut(Buffer.from('id,name\na,b\n'), 3), compression, 'a'));
    for (let length = 5; length < packed.length; length++) {
      expect(await outcome(unpack(cut(packed.subarray(0, length), 4)))).toMatch(
        /^compression_damaged: .*ends too early/,
      );
    }
  });

  it('is refused when one of its bytes is another one, or reads the same', async () => {
    const text = TEXT.subarray(0, 3_000);
    const packed = await all(pack(cut(text, 1_000), compression, 'a'));
    for (let at = 0; at < packed.length; at += 13) {
      const wrong = Buffer.from(packed);
      wrong[at] = (wrong[at] ?? 0) ^ 0x11;
      const result = await outcome(unpack(cut(wrong, 100)));
      if (result !== text.toString()) expect(result).toMatch(/^compression_(damaged|unsupported)/);
    }
  });

  it('passes on what its source throws', async () => {
    async function* failing(): AsyncGenerator<Uint8Array> {
      yield await all(pack(cut(TEXT, 65_536), compression, 'a')).then((packed) => packed.subarray(0, 50_000));
      throw new Error('the disk is gone');
    }
    await expect(all(unpack(failing()))).rejects.toThrow('the disk is gone');
  });
});

describe('A zstd file', () => {
  /** What the command zstd writes for `id,name\na,b\n` with --check: a frame and its checksum. */
  const CHECKED = '28b52ffd045861000069642c6e616d650a612c620a';
  const CHECKSUM = 'ea854064';

  it('has its checksum verified', async () => {
    const body = Buffer.from(CHECKED, 'hex');
    const wrong = Buffer.concat([body, Buffer.from('00000000', 'hex')]);
    expect(await outcome(unzstd(cut(wrong, 5)))).toMatch(/compression_damaged: .*checksum is wrong/);
    const right = Buffer.concat([body, Buffer.from(CHECKSUM, 'hex')]);
    expect(await outcome(unzstd(cut(right, 5)))).toBe('id,name\na,b\n');
  });

  it('is refused with a window that is too large, a dictionary, or other bytes after it', async () => {
    expect(await outcome(unzstd(cut(Buffer.from('28b52ffd00a0010000', 'hex'), 9)))).toMatch(
      /compression_unsupported: .*window/,
    );
    expect(await outcome(unzstd(cut(Buffer.from('28b52ffd235c010c010000', 'hex'), 9)))).toMatch(/dictionary/);
    const packed = await all(pack(cut(Buffer.from('a'), 1), 'zstd', 'a'));
    expect(await outcome(unzstd(cut(Buffer.concat([packed, Buffer.from('garbage')]), 9)))).toMatch(
      /compression_damaged/,
    );
  });

  it('may have skippable frames', async () => {
    const packed = await all(pack(cut(Buffer.from('a,b\n'), 1), 'zstd', 'a'));
    const skippable = Buffer.from('532a4d1803000000ffffff', 'hex');
    expect(await outcome(unzstd(cut(Buffer.concat([skippable, packed, skippable]), 2)))).toBe('a,b\n');
  });
});

describe('A compressed export', () => {
  const sum = async (compression: Compression, chunk: number): Promise<string> =>
    createHash('sha256')
      .update(await all(pack(cut(TEXT, chunk), compression, 'instruments.csv')))
      .digest('hex');

  it.each(['gzip', 'zip', 'zstd'] as const)(
    'has the same bytes for the same rows (%s)',
    async (compression) => {
      expect(await sum(compression, 65_536)).toBe(await sum(compression, 65_536));
    },
  );

  it('is one file of a zip archive with sizes and checksum', async () => {
    const packed = await all(pack(cut(Buffer.from('a,b\n'), 1), 'zip', 'ü.csv'));
    const content = deflateRawSync('a,b\n', { level: 1 });
    expect(packed.subarray(0, 4).toString('hex')).toBe('504b0304');
    expect(packed.subarray(30, 36).toString()).toBe('ü.csv');
    expect(packed.subarray(36, 36 + content.length).equals(content)).toBe(true);
    expect(packed.subarray(-22, -18).toString('hex')).toBe('504b0506');
  });

  it('is what gzip of the system would write', async () => {
    const packed = await all(pack(cut(Buffer.from('a,b\n'), 4), 'gzip', 'a'));
    expect(packed.equals(gzipSync('a,b\n', { level: 1 }))).toBe(true);
  });
});
