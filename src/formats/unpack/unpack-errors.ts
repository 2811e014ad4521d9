import { FileError } from '../format';
import type { Compression } from '../compression';

const NAMES: Readonly<Record<Compression, string>> = {
  gzip: 'gzip file',
  zip: 'zip archive',
  zstd: 'zstd file',
};

/** A compressed file that cannot be unpacked to its end. `what`: a phrase about it. */
export const damaged = (compression: Compression, what: string): FileError =>
  new FileError(
    'compression_damaged',
    `The ${NAMES[compression]} cannot be unpacked: ${what}. Compress the file again, and send all of it.`,
  );

/** A compressed file with something in it that is not read. `what`: a sentence about it. */
export const unsupported = (compression: Compression, what: string): FileError =>
  new FileError('compression_unsupported', `The ${NAMES[compression]} cannot be read: ${what}`);
