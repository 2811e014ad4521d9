import { randomBytes } from 'node:crypto';
import { pack } from '../../formats/pack/pack';
import { zipOf } from '../../../test/support/zip-of';
import { HeadStorage, INSPECTED_BYTES } from './head-storage';
import { unpackHead, type UnpackedHead } from './unpacked-head';

/** Rows that a compressor cannot make small. */
const ROWS = Array.from({ length: 40_000 }, (_, row) => `${row},${randomBytes(24).toString('hex')}\n`);
const LARGE = `identifier,name\n${ROWS.join('')}`;

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function unpack(bytes: Buffer, member?: string): Promise<UnpackedHead> {
  const storage = new HeadStorage();
  const { size } = await storage.put('', once(bytes));
  return unpackHead(storage, { name: 'file.zip', size }, member);
}

/** The archive as a stream writes it: sizes are after the content. */
async function streamed(text: string): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of pack(once(Buffer.from(text)), 'zip', 'large.csv')) parts.push(part);
  return Buffer.concat(parts);
}

describe('The first mebibyte of a zip archive', () => {
  const mebibyte = (archive: Buffer): Buffer => archive.subarray(0, INSPECTED_BYTES);

  it.each([
    ['with its sizes in front', () => Promise.resolve(zipOf({ 'large.csv': LARGE }))],
    ['with its sizes behind', () => streamed(LARGE)],
  ])('is inspected by its first file, %s', async (_, archive) => {
    const bytes = await archive();
    expect(bytes.length).toBeGreaterThan(INSPECTED_BYTES);
    const read = await unpack(mebibyte(bytes));
    expect(read).toMatchObject({ compression: 'zip', name: 'large.csv', isWhole: false, error: null });
    expect(read.bytes.length).toBe(INSPECTED_BYTES);
    expect(LARGE.startsWith(read.bytes.toString())).toBe(true);
    expect(await unpack(mebibyte(bytes), 'large.csv')).toMatchObject({ error: null });
  });

  it('does not say which file is meant when another one is named, or several may be there', async () => {
    const message = expect.stringMatching(/^The end of the zip archive is missing/) as string;
    const cut = { bytes: Buffer.alloc(0), error: { code: 'archive_members', message } };
    expect(await unpack(mebibyte(zipOf({ 'large.csv': LARGE })), 'other.csv')).toMatchObject(cut);
    expect(await unpack(mebibyte(zipOf({ 'small.csv': 'a\n1\n', 'large.csv': LARGE })))).toMatchObject(cut);
    expect(await unpack(mebibyte(zipOf({ '.hidden': LARGE })))).toMatchObject(cut);
  });

  it('unpacks no more than a mebibyte of what could be thirty', async () => {
    const rows = Array.from({ length: 30_000 }, () => randomBytes(40).toString('hex').padEnd(1_000, '\n'));
    const archive = zipOf({ 'a.csv': rows.join('') });
    expect(archive.length).toBeGreaterThan(INSPECTED_BYTES);
    const { bytes, error } = await unpack(mebibyte(archive));
    expect({ length: bytes.length, error }).toEqual({ length: INSPECTED_BYTES, error: null });
  });

  it('is a damaged file when the whole of a smaller one was sent', async () => {
    const { error } = await unpack(zipOf({ 'a.csv': 'a\n1\n' }).subarray(0, 60));
    expect(error).toMatchObject({ code: 'compression_damaged' });
  });
});
