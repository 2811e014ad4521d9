import type { ChildProcess, SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync, renameSync } from 'node:fs';
import { pause } from './pause';

const READY_POLL_MS = 10;
const RESTART_PAUSE_MS = 500;
/** A server that ends more often within the window is not restarted. */
const MAX_RESTARTS = 5;
const RESTART_WINDOW_MS = 60_000;

/** How a server is started and stopped. */
export interface ProcessOptions {
  name: string;
  log: ServerLog;
  /** Starts it; called again after it ended by itself. */
  launch: () => Promise<ChildProcess>;
  /** Signals in the order in which they are sent, each with the time before the next. */
  stop: readonly { signal: NodeJS.Signals; graceMs: number }[];
  /** Called with a sentence when it cannot be restarted. */
  onLost: (sentence: string) => void;
}

/** A server as a child process: waits until it is ready, restarts it when it ends by itself, and stops it. */
export class SupervisedProcess {
  private child: ChildProcess | null = null;
  /** True from the first successful start until `stop`. */
  private shouldRun = false;
  /** Why the program could not be executed. */
  private failure: string | null = null;
  /** Times of the restarts within the window. */
  private restarts: number[] = [];
  private restarting: Promise<void> = Promise.resolve();

  constructor(private readonly options: ProcessOptions) {}

  /**
   * Starts it and waits until `isReady` is true. Throws a sentence with the end of its log when it ends before or is not
   * ready within `limitMs`, and whatever `isReady` throws; it is stopped then.
   */
  async start(isReady: () => Promise<boolean>, limitMs: number, signal: AbortSignal): Promise<void> {
    await this.launch();
    try {
      await this.waitUntil(isReady, limitMs, signal);
    } catch (error) {
      await this.stop();
      throw error;
    }
    this.shouldRun = true;
    if (!this.isRunning()) this.restart();
  }

  async stop(): Promise<void> {
    this.shouldRun = false;
    await this.restarting;
    for (const { signal, graceMs } of this.options.stop) {
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
    const { name, log } = this.options;
    const until = Date.now() + limitMs;
    while (!(await isReady())) {
      if (!this.isRunning() || signal.aborted || Date.now() > until) {
        throw new Error(`${name} did not start (${this.failure ?? log.lastLines()}).`);
      }
      await pause(READY_POLL_MS, signal);
    }
  }

  private async launch(): Promise<void> {
    const child = await this.options.launch();
    child.on('error', ({ message }) => {
      this.failure = message;
      if (this.shouldRun)
        this.options.onLost(`${this.options.name} could not be started again (${message}).`);
    });
    child.on('exit', () => this.restart());
    this.child = child;
    if (child.pid === undefined) await once(child, 'error'); // the event follows and carries the reason
  }

  private restart(): void {
    if (!this.shouldRun) return;
    const { name, log, onLost } = this.options;
    const now = Date.now();
    this.restarts = [...this.restarts.filter((at) => at > now - RESTART_WINDOW_MS), now];
    if (this.restarts.length > MAX_RESTARTS)
      return onLost(`${name} ends again and again; ${log.path} says why.`);
    console.error(`${new Date(now).toISOString()} ${name} ended by itself and is started again.`);
    this.restarting = pause(RESTART_PAUSE_MS)
      .then(() => (this.shouldRun ? this.launch() : undefined))
      .catch((error: Error) => onLost(`${name} could not be started again (${error.message}).`));
  }
}

const PRIVATE = 0o600;
const LAST_LINES = 3;

/** The output of a server: a new file for each start; the file of the start before is kept as `.old`. */
export class ServerLog {
  constructor(readonly path: string) {
    try {
      renameSync(path, `${path}.old`);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }

  /** Calls `start` with a handle of the file, for the `stdio` of a child. */
  withHandle<T>(start: (handle: number) => T): T {
    const handle = openSync(this.path, 'a', PRIVATE);
    try {
      return start(handle);
    } finally {
      closeSync(handle); // the child has its own
    }
  }

  /** The last lines, for the message that says why a server did not start. */
  lastLines(): string {
    return readFileSync(this.path, 'utf8').trim().split('\n').slice(-LAST_LINES).join(' ');
  }
}

/** Standard streams of a server: no input, all output into its log. */
export function toLog(handle: number): NonNullable<SpawnOptions['stdio']> {
  return ['ignore', handle, handle];
}
