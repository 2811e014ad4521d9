import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { fromRandomAccessReaderPromise, getFileNameLowLevel, type Entry, type ZipFile } from 'yauzl';
import { FileError } from '../../formats/format';
import { spreadsheetOf } from '../../formats/foreign-format';
import { cutText, shownText } from '../../formats/shown-text';
import { damaged, unsupported } from '../../formats/unpack/unpack-errors';
import type { BlobStorage } from '../../storage/blob-storage';
import { BlobReader } from './blob-reader';

/** An archive with more files is no delivery of data. */
const MAX_ENTRIES = 10_000;
const MAX_LISTED = 20;
const MAX_NAME_LENGTH = 100;
const STORED = 0;
const DEFLATED = 8;

/** One file of an archive, opened. */
export interface ZipMember {
  /** Its name, which is never used as a path. */
  readonly name: string;
  readonly stream: AsyncIterable<Buffer>;
  /** Bytes of it in the archive, all of them and those read so far. */
  readonly packedBytes: number;
  readonly consumed: () => number;
}

/**
 * Opens the one data file of a stored zip archive, or the one that `member` names. Folders, hidden files and what macOS adds
 * are no data files. Throws a `FileError`: `archive_members` (it lists them), `compression_damaged`,
 * `compression_unsupported` or `unsupported_file_format` for an office document; and what the storage throws.
 */
export async function openZipMember(
  storage: Pick<BlobStorage, 'open'>,
  { key, size }: { readonly key: string; readonly size: number },
  member: string | undefined,
): Promise<ZipMember> {
  const reader = new BlobReader(storage, key, size);
  try {
    const zip = await fromRandomAccessReaderPromise(reader, size, {
      lazyEntries: true,
      autoClose: false,
      decodeStrings: false,
    });
    const { name, entry } = chooseMember(await listMembers(zip), member);
    checkReadable(name, entry);
    const stream = await zip.openReadStreamPromise(entry);
    return {
      name,
      stream: checkedContent(stream, entry, reader),
      packedBytes: entry.compressedSize,
      consumed: () => reader.consumed,
    };
  } catch (error) {
    throw archiveError(error, reader);
  }
}

interface Member {
  readonly name: string;
  readonly entry: Entry;
}

async function listMembers(zip: ZipFile): Promise<Member[]> {
  if (zip.entryCount > MAX_ENTRIES) {
    throw new FileError(
      'archive_members',
      `The zip archive has more than ${MAX_ENTRIES.toLocaleString('en')} files. Send them one by one.`,
    );
  }
  const members: Member[] = [];
  for await (const entry of zip.eachEntry()) members.push({ name: nameOf(entry), entry });
  return members;
}

const nameOf = (entry: Entry): string =>
  getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);

function chooseMember(members: readonly Member[], wanted: string | undefined): Member {
  const document = spreadsheetOf(members.map(({ name }) => name));
  if (document !== null) {
    throw new FileError(
      'unsupported_file_format',
      `The file is ${document}; Almagest reads CSV, JSON and NDJSON. Save it in one of these formats.`,
    );
  }
  const files = members.filter(({ name }) => isDataFile(name));
  const found = wanted === undefined ? files : members.filter(({ name }) => name === wanted);
  const [only] = found;
  if (found.length === 1 && only !== undefined) return only;
  if (wanted !== undefined && found.length > 1) {
    throw new FileError(
      'archive_members',
      `The zip archive has ${found.length} files named ${shown(wanted)}. Send the file by itself.`,
    );
  }
  if (files.length === 0) throw new FileError('archive_members', 'The zip archive has no data file.');
  const what = wanted === undefined ? `has ${files.length} files` : `has no file ${shown(wanted)}; it has`;
  const list = files.slice(0, MAX_LISTED).map(({ name }) => shown(name));
  const more = files.length > MAX_LISTED ? ` and ${files.length - MAX_LISTED} more` : '';
  throw new ArchiveMembersError(
    `The zip archive ${what}: ${list.join(', ')}${more}. Name one of them in the field "member".`,
    files.slice(0, MAX_LISTED).map(({ name }) => name),
  );
}

/** One of several files of an archive must be named. */
export class ArchiveMembersError extends FileError {
  constructor(
    message: string,
    /** The first of them, by the names that `member` takes. */
    readonly members: readonly string[],
  ) {
    super('archive_members', message);
  }
}

/** Not a folder, not a hidden file, and not what macOS puts beside each file. */
export function isDataFile(name: string): boolean {
  if (/[/\\]$/.test(name) || name.startsWith('__MACOSX/')) return false;
  return !(/[^/\\]*$/.exec(name)?.[0] ?? '').startsWith('.');
}

const shown = (name: string): string => `"${shownText(cutText(name, MAX_NAME_LENGTH))}"`;

function checkReadable(name: string, entry: Entry): void {
  if (entry.isEncrypted())
    throw unsupported('zip', `${shown(name)} is encrypted. Pack it without a password.`);
  const { compressionMethod: method } = entry;
  if (method === STORED || method === DEFLATED) return;
  throw unsupported(
    'zip',
    `${shown(name)} is compressed by method ${method}. Pack it with the usual one (deflate).`,
  );
}

/** The content of a member; its checksum is verified at its end. */
async function* checkedContent(stream: Readable, entry: Entry, reader: BlobReader): AsyncGenerator<Buffer> {
  let sum = 0;
  try {
    for await (const chunk of stream) {
      sum = crc32(chunk as Buffer, sum);
      yield chunk as Buffer;
    }
  } catch (error) {
    throw archiveError(error, reader);
  } finally {
    stream.destroy();
  }
  if (sum !== entry.crc32) throw damaged('zip', 'a checksum in it is wrong');
}

/** What yauzl says of an archive that was cut. */
const NO_DIRECTORY = /^End of central directory record signature not found/i;

/** What the storage or this file threw, as it is; everything else is an error of the archive. */
function archiveError(error: unknown, { failure }: BlobReader): unknown {
  if (failure !== null) return failure;
  if (error instanceof FileError) return error;
  if (error instanceof Error && NO_DIRECTORY.test(error.message)) {
    return damaged('zip', 'its end is missing, where the list of its files is');
  }
  return damaged('zip', error instanceof Error ? error.message.replace(/\.$/, '') : String(error));
}
