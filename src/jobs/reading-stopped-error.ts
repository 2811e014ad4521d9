/**
 * The file of an import stopped the thread that reads it. It counts against the file; everything else that ends an attempt
 * comes from outside.
 */
export class ReadingStoppedError extends Error {
  /** `reason`: a sentence for the owner of the file that says why. */
  constructor(readonly reason: string) {
    super(`Reading the file was stopped: ${reason}`);
  }
}
