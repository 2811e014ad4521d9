/** The bytes of somebody else, which remembers what their maker threw: that is no error of the storage. */
export class WatchedSource implements AsyncIterable<Uint8Array> {
  private failure: { error: unknown } | null = null;

  constructor(private readonly source: AsyncIterable<Uint8Array>) {}

  /** True when `error` came out of the source. */
  threw(error: unknown): boolean {
    return this.failure !== null && this.failure.error === error;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    try {
      yield* this.source;
    } catch (error) {
      this.failure = { error };
      throw error;
    }
  }
}
