/** How an uploaded file may be compressed. */
export const COMPRESSIONS = ['gzip', 'zip', 'zstd'] as const;
export type Compression = (typeof COMPRESSIONS)[number];

/** What a file begins with; an empty zip archive and one in several parts too. */
const MAGIC: readonly (readonly [Compression, readonly number[]])[] = [
  ['gzip', [0x1f, 0x8b]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['zip', [0x50, 0x4b, 0x07, 0x08]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
];

/** How a file is compressed, from its first four bytes; null when it is not. */
export function detectCompression(head: Uint8Array): Compression | null {
  return MAGIC.find(([, bytes]) => bytes.every((byte, index) => head[index] === byte))?.[0] ?? null;
}

/** How the name of a compressed file ends; the name before it says the format of its content. */
const ENDING = /\.(?:gz|gzip|zst|zstd|zip)$/i;

/** `prices.csv.gz` → `prices.csv`. */
export const uncompressedName = (name: string | null): string | null => name?.replace(ENDING, '') ?? null;

/** The media type of each. */
export const COMPRESSED_MEDIA_TYPES: Readonly<Record<Compression, string>> = {
  gzip: 'application/gzip',
  zip: 'application/zip',
  zstd: 'application/zstd',
};

/** What the name of a file ends with when it is compressed so. */
export const COMPRESSED_ENDINGS: Readonly<Record<Compression, string>> = {
  gzip: '.gz',
  zip: '.zip',
  zstd: '.zst',
};
