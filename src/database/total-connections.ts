import type { SharedPermits } from '../redis/shared-permits';
import { ClientGoneError, WorkspaceBusyError } from './request-errors';

/** Milliseconds between two tries: a random time up to the longest, so that processes take turns. */
const PAUSE_MS = { min: 5, max: 50 };

/** Bounds how many connections the requests of one workspace use at once in all processes together. */
export class TotalConnections {
  constructor(
    private readonly permits: SharedPermits,
    private readonly max: number,
    private readonly waitMs: number,
  ) {}

  /**
   * Resolves when the workspace may use one more connection, with the function that gives it back. Throws
   * `WorkspaceBusyError` after the wait, and `ClientGoneError` when `gone` is aborted.
   */
  async enter(workspaceId: string, gone: AbortSignal | null): Promise<() => void> {
    for (const until = performance.now() + this.waitMs; ; await pause()) {
      if (gone?.aborted === true) throw new ClientGoneError();
      const giveBack = await this.permits.acquire(workspaceId, this.max);
      if (giveBack !== null) return giveBack;
      if (performance.now() > until) throw new WorkspaceBusyError(this.max);
    }
  }
}

const pause = (): Promise<void> => {
  const ms = PAUSE_MS.min + Math.random() * (PAUSE_MS.max - PAUSE_MS.min);
  return new Promise((resolve) => setTimeout(resolve, ms));
};
