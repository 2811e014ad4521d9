import { join } from 'node:path';
import { ReadingThreads } from '../../src/imports/reading/reading-threads';

/** Reading threads that run from their source. */
export class SourceReadingThreads extends ReadingThreads {
  protected override readonly start = join(__dirname, 'reading-thread.cjs');
}
