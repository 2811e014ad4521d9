import type { StoredBlob } from '../../storage/blob-storage';

/** The file of an upload, stored. */
export interface UploadedFile extends StoredBlob {
  readonly key: string;
  /** Name the client gave it; shown, never used as a path. */
  readonly name: string | null;
  /** The first 64 KiB. */
  readonly head: Buffer;
}

/** A multipart form as it was sent: its file, and the texts of its other fields. */
export interface Upload {
  readonly file: UploadedFile;
  readonly fields: Readonly<Record<string, string>>;
}
