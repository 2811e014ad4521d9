import type { Writable } from 'node:stream';

/** Where a command writes: its result to `out`, all else to `err`, so that a pipe gets the result alone. */
export interface Terminal {
  readonly out: Writable;
  readonly err: Writable & { isTTY?: boolean };
}

export const say = ({ err }: Terminal, line: string): void => void err.write(`${line}\n`);

export const print = ({ out }: Terminal, line: string): void => void out.write(`${line}\n`);

/** Writes a line of the result, and resolves when it has left the process. Throws when nobody can read it. */
export const printNow = ({ out }: Terminal, line: string): Promise<void> =>
  new Promise((resolve, reject) => {
    out.write(`${line}\n`, (error) => (error ? reject(error) : resolve()));
  });
