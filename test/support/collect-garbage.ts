import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');

/** Runs the garbage collector now, so that a test can measure what is still held. */
export const collectGarbage = runInNewContext('gc') as () => void;
