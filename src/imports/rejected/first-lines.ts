import { Buffer } from 'node:buffer';

const LF = 10;
/** More than any table of contents has; further lines are given as empty ones. */
const MAX_BYTES = 1_048_576;

/** Passes a text on as it is, and keeps its first lines, as UTF-8. */
export class FirstLines {
  private readonly kept: Buffer[] = [];
  private bytes = 0;
  private missing: number;

  /** `count`: how many lines are kept. */
  constructor(count: number) {
    this.missing = count;
  }

  async *pass(text: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of text) {
      if (this.missing > 0) this.keep(Buffer.from(chunk));
      yield chunk;
    }
  }

  /** The lines with their ends. It is whole once the first line behind them was passed on. */
  get text(): string {
    return Buffer.concat(this.kept).toString('utf8') + '\n'.repeat(this.missing);
  }

  private keep(chunk: Buffer): void {
    let end = 0;
    while (this.missing > 0) {
      const lf = chunk.indexOf(LF, end);
      const next = lf < 0 ? chunk.length : lf + 1;
      if (this.bytes + next > MAX_BYTES) return;
      end = next;
      if (lf < 0) break;
      this.missing--;
    }
    this.kept.push(chunk.subarray(0, end));
    this.bytes += end;
  }
}
