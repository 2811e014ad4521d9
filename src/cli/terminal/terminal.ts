import type { Readable, Writable } from 'node:stream';
import { counted } from '../../formats/counted';

/** Where a command writes: its result to `out`, everything else to `err`, so that a pipe gets only the result. */
export interface Terminal {
  readonly out: Writable;
  readonly err: Writable & { isTTY?: boolean };
  /** What `import -` reads. */
  readonly in?: Readable;
}

export const say = ({ err }: Terminal, line: string): void => void err.write(`${line}\n`);

export const print = ({ out }: Terminal, line: string): void => void out.write(`${line}\n`);

/** Writes a line of the result and resolves when it has left the process. Rejects when it cannot be written. */
export const printNow = ({ out }: Terminal, line: string): Promise<void> =>
  new Promise((resolve, reject) => {
    out.write(`${line}\n`, (error) => (error ? reject(error) : resolve()));
  });

/** 1,000,000 */
export const count = (number: number): string => number.toLocaleString('en');

/** `1 row`, `2 rows` */
export const rows = (number: number): string => counted(number, 'row');

/** 83.2 MB, in units of a thousand bytes. */
export function size(bytes: number): string {
  if (bytes < 1_000) return counted(bytes, 'byte');
  return bytes < 1_000_000 ? `${(bytes / 1_000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** 8.1 s, 2 min 5 s */
export function duration(ms: number): string {
  const seconds = ms / 1_000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.floor(seconds % 60)} s`;
}
