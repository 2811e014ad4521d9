/** The keys of a file do not ascend: which rows share one is known only when all of them are staged. */
export class UnsortedError extends Error {
  constructor() {
    super('The keys of the file do not ascend.');
  }
}
