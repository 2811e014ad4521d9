/** How an uploaded file may be compressed. */
export const COMPRESSIONS = ['gzip', 'zip', 'zstd'] as const;
export type Compression = (typeof COMPRESSIONS)[number];
