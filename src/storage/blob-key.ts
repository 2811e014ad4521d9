const SEGMENT = '[a-z0-9_-][a-z0-9_.-]{0,127}';
const KEY_PREFIX = new RegExp(`^${SEGMENT}(/${SEGMENT}){0,7}$`);
const KEY = new RegExp(`^${SEGMENT}(/${SEGMENT}){1,8}$`);

/** A key or a key prefix that the grammar of `BlobStorage` refuses. Always a mistake of ours: users never choose a key. */
export class BlobKeyError extends Error {
  constructor() {
    super('A blob key is <prefix>/<name> of a-z, 0-9, "-", "_" and ".", and no segment begins with a dot.');
  }
}

/** Throws `BlobKeyError` unless `key` is `<prefix>/<name>`: no dot segment, no absolute path, nothing empty. */
export function checkBlobKey(key: string): void {
  if (!isBlobKey(key)) throw new BlobKeyError();
}

/** Throws `BlobKeyError` unless `prefix` is one or more segments of a key. */
export function checkKeyPrefix(prefix: string): void {
  if (!KEY_PREFIX.test(prefix)) throw new BlobKeyError();
}

/** True when `key` is within the grammar. */
export function isBlobKey(key: string): boolean {
  return KEY.test(key);
}
