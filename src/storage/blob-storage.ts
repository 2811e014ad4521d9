import type { Readable } from 'node:stream';

/** What is known of a stored blob. */
export interface BlobStat {
  /** Size in bytes. */
  size: number;
  /** When it was published. */
  modifiedAt: Date;
}

/** A finished upload: what was written, and its hash taken on the way. */
export interface StoredBlob {
  size: number;
  /** Lower-case hex SHA-256 of the bytes. */
  sha256: string;
}

/** What the answer to a link says of the file. */
export interface LinkedFile {
  readonly name: string;
  readonly contentType: string;
}

/**
 * The port to where files live. Streams only: no whole file is ever in memory.
 * A key is `<prefix>/<uuid>` of lower-case letters, digits, `-`, `_`, `.` and one or more `/`; every other key is refused.
 * A driver must pass `test/support/blob-storage.contract.ts`.
 */
export abstract class BlobStorage {
  /** For people: the folder, or the bucket. */
  abstract readonly place: string;
  /**
   * Streams `source` to `key` and publishes it at once and whole, or not at all: after a failed `put` nothing is left.
   * Throws `StorageFullError` when there is no space, `StorageUnavailableError`, and whatever the source throws.
   */
  abstract put(key: string, source: AsyncIterable<Uint8Array>): Promise<StoredBlob>;
  /** Opens `key` for reading, optionally the bytes `start`..`end` (both included). Throws `BlobNotFoundError`, `StorageUnavailableError`. */
  abstract open(key: string, range?: { start?: number; end?: number }): Promise<Readable>;
  /**
   * A URL by which anybody can read `key` for so many seconds, ranges too, with the name and the type of `file` in its
   * answer; it does not say whether the blob is there. Null when the driver has no such URLs.
   */
  abstract link(key: string, file: LinkedFile, seconds: number): Promise<string | null>;
  /** Null when there is no such blob. */
  abstract stat(key: string): Promise<BlobStat | null>;
  /** Removes it; nothing happens when it is not there. */
  abstract remove(key: string): Promise<void>;
  /** Lists the keys under a key prefix, for the sweep of orphans. */
  abstract list(prefix: string): AsyncIterable<{ key: string; modifiedAt: Date }>;
  /** Removes the temporary files, or parts of uploads, that a killed process left, older than `olderThanMs`; returns their number. */
  abstract sweep(olderThanMs: number): Promise<number>;
  /** Resolves when the driver can write; the readiness probe asks it. */
  abstract check(): Promise<void>;
  /**
   * A UUID that two processes share exactly when they see the same files; made at the first call and kept with the files.
   * The database remembers it, so that a replica on a separate disk is refused at its start. Once it was asked for, every
   * method throws `StorageUnavailableError` while the files seen are not those of this identity: a folder that was
   * unmounted, removed or replaced is not written to, and a file in it is not said to be missing.
   */
  abstract identity(): Promise<string>;
  /** The identity of the files that are there now; null when there are none. Nothing is made. */
  abstract knownIdentity(): Promise<string | null>;
}

export class BlobNotFoundError extends Error {
  constructor(readonly key: string) {
    super('There is no such blob.');
  }
}

/** The files cannot be reached or written right now, or other files are in their place; answered as 503 `unavailable`. */
export class StorageUnavailableError extends Error {
  constructor(reason: string, cause?: unknown) {
    super(`The storage of files cannot be used: ${reason}`, { cause });
  }
}

/** The disk or the bucket has no space left; answered as 507 `storage_full`. */
export class StorageFullError extends Error {
  constructor() {
    super('The storage has no space left.');
  }
}
