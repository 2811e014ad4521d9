import { getHeapSpaceStatistics, getHeapStatistics } from 'node:v8';

const MIB = 1_048_576;
/** Garbage that is not collected yet may make up half as much again as is held. */
const WITH_GARBAGE = 1.5;
/**
 * Where V8 itself ends the thread. It would end the whole process when a table that is held has to grow past its limit, so
 * the thread looks after itself between two batches, and this is far above.
 */
const V8_LIMIT = 2;

/** V8's limit in MiB for a thread that may hold `memoryMb`: close to it, V8 collects garbage before it takes more. */
export const heapLimitMb = (memoryMb: number): number => memoryMb * V8_LIMIT;

/** True when this thread holds more than `memoryMb` MiB: objects that outlived a collection, and buffers outside of the heap. */
export function holdsTooMuch(memoryMb: number): boolean {
  const { used_heap_size, external_memory } = getHeapStatistics();
  const young = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space');
  const held = used_heap_size - (young?.space_used_size ?? 0) + external_memory;
  return held > memoryMb * WITH_GARBAGE * MIB;
}
