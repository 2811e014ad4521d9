import type { Request } from 'express';
import type { ProblemException } from '../../http/problem/problem.exception';
import { fileTooLarge, tooSlow } from './upload';

/** What the other fields and the boundaries of a form may add to the bytes of its file. */
export const FORM_BYTES = 65_536;

/** How much an upload may bring, and how little. */
export interface UploadPace {
  /** Most bytes of the file. */
  readonly fileBytes: number;
  /** Least bytes a second, on the average of a window; 0: any. */
  readonly leastRate: number;
  readonly windowMs: number;
}

/**
 * Counts the body while it flows into the parser, and refuses it when it is larger than any form of a file that may be
 * sent, or when its client hardly sends: a chunked body has no length that could be checked before. Call it when the
 * request was piped. Returns the function that ends the watch.
 */
export function watchUpload(
  request: Request,
  { fileBytes, leastRate, windowMs }: UploadPace,
  refuse: (reason: ProblemException) => void,
): () => void {
  let total = 0;
  let sinceTick = 0;
  const count = ({ length }: Buffer): void => {
    total += length;
    sinceTick += length;
    if (total > fileBytes + FORM_BYTES) refuse(fileTooLarge(fileBytes));
  };
  const classifier = (): void => {
    const heldBack = request.isPaused() || request.readableLength > 0; // by our storage: not the client's fault
    const slow = sinceTick * 1_000 < leastRate * windowMs;
    sinceTick = 0;
    if (slow && !heldBack && !request.complete) refuse(tooSlow(leastRate));
  };
  request.on('data', count);
  const timer = setInterval(classifier, windowMs);
  return () => {
    clearInterval(timer);
    request.off('data', count);
  };
}
