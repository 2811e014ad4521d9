import { Buffer } from 'node:buffer';

const CHUNK = 65_536;

/**
 * What a generated file repeats: the same bytes, or what a function computes from the number of the
 * turn.
 */
export type Unit = string | Buffer | ((turn: number) => string);

/**
 * A generated file: `head`, then as many whole units as fit into the size asked for, then `tail`.
 * Some 64 KiB of it are held at a time.
 */
export function fill(
  head: string | Buffer,
  unit: Unit,
  tail: string | Buffer = '',
): (size: number) => Iterable<Buffer> {
  return function* (size) {
    const [first, last] = [Buffer.from(head as string), Buffer.from(tail as string)];
    yield first;
    yield* units(unit, size - first.length - last.length);
    yield last;
  };
}

function* units(unit: Unit, space: number): Generator<Buffer> {
  const next = typeof unit === 'function' ? turns(unit) : copies(Buffer.from(unit as string));
  for (let left = space; left > 0;) {
    const { chunk, fit } = next(left);
    if (fit > 0) yield chunk.subarray(0, fit);
    left = fit < chunk.length ? 0 : left - chunk.length;
  }
}

/** The next whole units, and how many of their bytes fit. */
type Next = (left: number) => { chunk: Buffer; fit: number };

function copies(unit: Buffer): Next {
  const chunk = Buffer.concat(Array<Buffer>(Math.ceil(CHUNK / unit.length)).fill(unit));
  return (left) => ({ chunk, fit: left >= chunk.length ? chunk.length : left - (left % unit.length) });
}

function turns(unit: (turn: number) => string): Next {
  let turn = 0;
  return (left) => {
    const pieces: Buffer[] = [];
    let length = 0;
    let fit = 0;
    while (length < CHUNK) {
      const piece = Buffer.from(unit(turn++));
      pieces.push(piece);
      length += piece.length;
      if (length <= left) fit = length;
      else break;
    }
    return { chunk: Buffer.concat(pieces), fit };
  };
}
