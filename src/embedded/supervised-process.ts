import type { ChildProcess, SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync, renameSync } from 'node:fs';
import { pause } from './pause';

const READY_POLL_MS = 10;
const RESTART_PAUSE_MS = 500;
/** A server that ends more often than this within the window is given up. */
const MAX_RESTARTS = 5;
const RESTART_WINDOW_MS = 60_000;

/** How a server is run and ended. */
export interface Recipe {
  name: string;
  log: ServerLog;
  /** Starts it; called again when it ended by itself. */
  launch: () => Promise<ChildProcess>;
  /** From polite to final, each with the time it has. */
  stop: readonly { signal: NodeJS.Signals; graceMs: number }[];
  /** Told in a sentence when it cannot be kept running. */
  onLost: (sentence: string) => void;
}

/** A server as a child process: watched while it starts, started again once it runs, and stopped for good. */
export class SupervisedProcess {
  private child: ChildProcess | null = null;
  private kept = false;
  /** Why the program itself could not be run. */
  private failure: string | null = null;
  /** Times of the restarts within the window. */
  private restarts: number[] = [];
  private restarting: Promise<void> = Promise.resolve();

  constructor(private readonly recipe: Recipe) {}

  /**
   * Launches it and waits until `isReady` says so. Throws a sentence with the end of its log when it ends before that,
   * or has not come up within `limitMs`, and whatever `isReady` throws; it is stopped then.
   */
  async start(isReady: () => Promise<boolean>, limitMs: number, signal: AbortSignal): Promise<void> {
    await this.launch();
    try {
      await this.waitUntil(isReady, limitMs, signal);
    } catch (error) {
      await this.stop();
      throw error;
    }
    this.kept = true;
    if (!this.isRunning()) this.restart();
  }

  async stop(): Promise<void> {
    this.kept = false;
    await this.restarting;
    for (const { signal, graceMs } of this.recipe.stop) {
      if (!this.isRunning()) return;
      const grace = new AbortController();
      this.child?.once('exit', () => grace.abort());
      this.child?.kill(signal);
      await pause(graceMs, grace.signal);
    }
  }

  isRunning(): boolean {
    const { pid, exitCode, signalCode } = this.child ?? {};
    return pid !== undefined && exitCode === null && signalCode === null;
  }

  private async waitUntil(
    isReady: () => Promise<boolean>,
    limitMs: number,
    signal: AbortSignal,
  ): Promise<void> {
    const { name, log } = this.recipe;
    const until = Date.now() + limitMs;
    while (!(await isReady())) {
      if (!this.isRunning() || signal.aborted || Date.now() > until) {
        throw new Error(`${name} did not start (${this.failure ?? log.lastLines()}).`);
      }
      await pause(READY_POLL_MS, signal);
    }
  }

  private async launch(): Promise<void> {
    const child = await this.recipe.launch();
    child.on('error', ({ message }) => {
      this.failure = message;
      if (this.kept) this.recipe.onLost(`${this.recipe.name} could not be started again (${message}).`);
    });
    child.on('exit', () => this.restart());
    this.child = child;
    if (child.pid === undefined) await once(child, 'error'); // it follows, and says why
  }

  private restart(): void {
    if (!this.kept) return;
    const { name, log, onLost } = this.recipe;
    const now = Date.now();
    this.restarts = [...this.restarts.filter((at) => at > now - RESTART_WINDOW_MS), now];
    if (this.restarts.length > MAX_RESTARTS)
      return onLost(`${name} ends again and again; ${log.path} says why.`);
    console.error(`${new Date(now).toISOString()} ${name} ended by itself and is started again.`);
    this.restarting = pause(RESTART_PAUSE_MS)
      .then(() => (this.kept ? this.launch() : undefined))
      .catch((error: Error) => onLost(`${name} could not be started again (${error.message}).`));
  }
}

const PRIVATE = 0o600;
const LAST_LINES = 3;

/** What a server prints: the file of this start, and `.old` of the one before, so that neither grows for ever. */
export class ServerLog {
  constructor(readonly path: string) {
    try {
      renameSync(path, `${path}.old`);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }

  /** Runs `start` with an open end of the file, for the `stdio` of a child. */
  withHandle<T>(start: (handle: number) => T): T {
    const handle = openSync(this.path, 'a', PRIVATE);
    try {
      return start(handle);
    } finally {
      closeSync(handle); // the child has its own
    }
  }

  /** What was said last, for the sentence that tells why a server did not start. */
  lastLines(): string {
    return readFileSync(this.path, 'utf8').trim().split('\n').slice(-LAST_LINES).join(' ');
  }
}

/** Standard streams of a server: nothing in, all out into its log. */
export function toLog(handle: number): NonNullable<SpawnOptions['stdio']> {
  return ['ignore', handle, handle];
}
