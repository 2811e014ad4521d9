import { totalmem } from 'node:os';
import type { Settings } from '../../config/settings';

/** What one thread that reads files may take. */
export interface ReadingLimits {
  /** MiB that it may hold. */
  readonly memoryMb: number;
  /** Milliseconds without progress. */
  readonly timeoutMs: number;
}

export type ReadingSettings = Pick<Settings, 'readingMemoryMb' | 'readingTimeoutMs' | 'workerConcurrency'>;

const MIB = 1_048_576;
const MAX_MB = 1_024;
const MIN_MB = 64;
/** Of the memory of the machine or container, all readings together hold at most this part. */
const SHARE = 1 / 4;

/** The limits by the settings; without one for memory they follow from the machine or the container. */
export function readingLimits({
  readingMemoryMb,
  readingTimeoutMs,
  workerConcurrency,
}: ReadingSettings): ReadingLimits {
  const timeoutMs = readingTimeoutMs;
  if (readingMemoryMb > 0) return { memoryMb: readingMemoryMb, timeoutMs };
  const share = Math.floor((memoryBytes() * SHARE) / workerConcurrency / MIB);
  return { memoryMb: Math.max(MIN_MB, Math.min(MAX_MB, share)), timeoutMs };
}

/** Bytes of memory of the machine, or of the container when that has less. */
function memoryBytes(): number {
  const limit = process.constrainedMemory(); // 0 where there is none
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}
