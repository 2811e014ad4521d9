import { Readable } from 'node:stream';

/** A part of an object on its way to us. */
export interface ObjectPart {
  readonly body: Readable;
  /** Bytes that `body` has when nothing cuts it. */
  readonly length: number;
}

/** Connections in a row that may break without a byte. */
const MAX_FAILURES = 4;
const FIRST_PAUSE_MS = 100;

/**
 * The bytes of an object. Where a connection breaks, the next one goes on behind the last byte. Fails with the last error
 * after four connections without a byte.
 */
export class ObjectStream extends Readable {
  private readonly total: number;
  private part: ObjectPart;
  private received = 0;
  private failures = 0;
  private timer: NodeJS.Timeout | undefined;

  /** `openAgain` opens the object again, without its first `skip` bytes; `explain` makes an error one of the port. */
  constructor(
    first: ObjectPart,
    private readonly openAgain: (skip: number) => Promise<ObjectPart>,
    private readonly explain: (error: unknown) => unknown,
  ) {
    super();
    this.part = first;
    this.total = first.length;
    this.listen();
  }

  override _read(): void {
    this.part.body.resume();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    clearTimeout(this.timer);
    this.part.body.destroy();
    done(error);
  }

  private listen(): void {
    const { body } = this.part;
    let failure: unknown = Object.assign(new Error('the answer was cut'), { code: 'ECONNRESET' });
    body.on('data', (chunk: Buffer) => {
      this.failures = 0;
      this.received += chunk.length;
      if (!this.push(chunk)) body.pause();
    });
    body.on('error', (error) => (failure = error));
    body.once('close', () => this.received < this.total && this.reopen(failure));
    body.once('end', () => this.received >= this.total && this.push(null));
    body.pause();
  }

  private reopen(failure: unknown): void {
    if (this.destroyed) return;
    this.failures += 1;
    if (this.failures >= MAX_FAILURES) {
      this.destroy(this.explain(failure) as Error);
      return;
    }
    this.timer = setTimeout(() => void this.goOn(), FIRST_PAUSE_MS * 2 ** this.failures);
  }

  private async goOn(): Promise<void> {
    try {
      const part = await this.openAgain(this.received);
      if (this.destroyed) {
        part.body.destroy();
        return;
      }
      this.part = part;
      this.listen();
      part.body.resume();
    } catch (error) {
      this.destroy(this.explain(error) as Error);
    }
  }
}
