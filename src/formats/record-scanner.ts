/** Finds the ends of records in a `RecordWindow`, looking at each byte once. */
export interface RecordScanner {
  /**
   * Reads on. True: the batch should be closed now, and there may be more to read; false: all bytes were read.
   * `final`: no byte will follow. Throws a `FileError`; the records before it have been added to the window.
   */
  advance(final: boolean): boolean;
}
