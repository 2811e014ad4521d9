import { StorageFullError, StorageUnavailableError } from '../blob-storage';

/** True when `error` is one of the system's with this code. */
export function hasCode(error: unknown, ...codes: string[]): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    codes.some((code) => code === error.code)
  );
}

/** There is no such file: nothing of that name, or a file in place of a folder of the key. */
export function isMissing(error: unknown): boolean {
  return hasCode(error, 'ENOENT', 'ENOTDIR');
}

/** The disk, its inodes or the quota of this user are used up. */
function isFull(error: unknown): boolean {
  return hasCode(error, 'ENOSPC', 'EDQUOT');
}

/** An error of the file system as an error of the port; any other one as it is. */
export function toStorageError(error: unknown): unknown {
  if (isFull(error)) return new StorageFullError();
  const { syscall, code } = (error ?? {}) as { syscall?: unknown; code?: unknown };
  if (typeof syscall !== 'string' || typeof code !== 'string') return error;
  return new StorageUnavailableError(`${syscall} failed with ${code}.`, error);
}
