/**
 * Rows per second of the import of Directus 11, not measured in this run: an earlier measurement of 100,000 such rows took
 * 164 seconds on a similar machine (2 cores, PostgreSQL 15).
 */
export const DIRECTUS_ROWS_PER_SECOND = 611;
