import { NO_LINES, type CopyLines } from './prepared-batch';
import { readAhead } from './read-ahead';

interface Numbered {
  readonly number: number;
  readonly rows: CopyLines;
  readonly errors: CopyLines;
}

const MEBIBYTE = 1_048_576;
const tick = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('reading ahead', () => {
  let made: number[];
  let closed: boolean;

  async function* make(count: number, bytes: number, failure?: Error): AsyncGenerator<Numbered> {
    try {
      for (let number = 1; number <= count; number++) {
        made.push(number);
        yield { number, rows: { bytes: new Uint8Array(bytes), count: 1 }, errors: NO_LINES };
      }
      if (failure) throw failure;
    } finally {
      closed = true;
    }
  }

  beforeEach(() => {
    made = [];
    closed = false;
  });

  it('hands on every batch, in order', async () => {
    const seen: number[] = [];
    for await (const { number } of readAhead(make(50, MEBIBYTE))) {
      if (number % 7 === 0) await tick();
      seen.push(number);
    }
    expect(seen).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
    expect(closed).toBe(true);
  });

  it('reads many small batches meanwhile, of large ones no more than fit', async () => {
    const small = readAhead(make(10, 1_000));
    await small.next();
    await tick();
    expect(made).toHaveLength(10);
    await small.return(undefined);

    made = [];
    const large = readAhead(make(10, MEBIBYTE));
    await large.next();
    await tick();
    expect(made.length).toBeGreaterThan(1);
    expect(made.length).toBeLessThanOrEqual(9);
    await large.return(undefined);
    expect(closed).toBe(true);
  });

  it('goes on with a batch that is larger than the whole buffer', async () => {
    const seen: number[] = [];
    for await (const { number } of readAhead(make(3, 10 * MEBIBYTE))) seen.push(number);
    expect(seen).toEqual([1, 2, 3]);
  });

  it('throws what the source throws, after the batches before it', async () => {
    const seen: number[] = [];
    const read = async (): Promise<void> => {
      for await (const { number } of readAhead(make(3, 1_000, new Error('torn')))) seen.push(number);
    };
    await expect(read()).rejects.toThrow('torn');
    expect(seen).toEqual([1, 2, 3]);
  });

  it('closes the source when the reader stops early or fails', async () => {
    const stop = async (): Promise<void> => {
      for await (const { number } of readAhead(make(1_000, MEBIBYTE)))
        if (number === 2) throw new Error('enough');
    };
    await expect(stop()).rejects.toThrow('enough');
    expect(closed).toBe(true);
    expect(made.length).toBeLessThan(10);
  });
});
