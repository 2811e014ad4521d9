import { ClientGoneError, WorkspaceBusyError } from './request-errors';
import type { TotalConnections } from './total-connections';

interface Waiting {
  admit: () => void;
}

/** Bounds how many connections the requests of one workspace use at once; later requests wait in order, for a limited time. */
export class WorkspaceConnections {
  private readonly used = new Map<string, number>();
  private readonly waiting = new Map<string, Set<Waiting>>();

  constructor(
    private readonly max: number,
    private readonly waitMs: number,
    /** The limit in all processes together; null when there is none. */
    private readonly total: TotalConnections | null = null,
  ) {}

  /**
   * Resolves when the workspace may use one more connection, with the function that gives it back. Throws
   * `WorkspaceBusyError` after a half to the whole of the wait, and `ClientGoneError` as soon as `gone` is aborted.
   */
  async enter(workspaceId: string, gone: AbortSignal | null): Promise<() => void> {
    const used = this.used.get(workspaceId) ?? 0;
    if (used < this.max) this.used.set(workspaceId, used + 1);
    else await this.wait(workspaceId, gone);
    const giveBack = await this.enterTotal(workspaceId, gone);
    let left = false;
    return () => {
      if (left) return;
      left = true;
      giveBack();
      this.leave(workspaceId);
    };
  }

  private async enterTotal(workspaceId: string, gone: AbortSignal | null): Promise<() => void> {
    if (this.total === null || workspaceId === '') return () => undefined; // what belongs to no workspace
    try {
      return await this.total.enter(workspaceId, gone);
    } catch (error) {
      this.leave(workspaceId);
      throw error;
    }
  }

  private wait(workspaceId: string, gone: AbortSignal | null): Promise<void> {
    return new Promise((resolve, reject) => {
      const queue = this.waiting.get(workspaceId) ?? new Set();
      this.waiting.set(workspaceId, queue);
      const end = (): void => {
        clearTimeout(timer);
        gone?.removeEventListener('abort', onGone);
        queue.delete(entry);
        if (queue.size === 0) this.waiting.delete(workspaceId);
      };
      const entry = {
        admit: () => {
          end();
          resolve();
        },
      };
      const refuse = (error: Error): void => {
        end();
        reject(error);
      };
      const onGone = (): void => refuse(new ClientGoneError());
      // Requests that arrived together do not fail, and are not repeated, at the same moment.
      const waitMs = this.waitMs * (1 - Math.random() / 2);
      const timer = setTimeout(() => refuse(new WorkspaceBusyError(this.max)), waitMs);
      gone?.addEventListener('abort', onGone, { once: true });
      queue.add(entry);
    });
  }

  /** The connection goes to the one that waited longest; only when nobody waits is there one more free. */
  private leave(workspaceId: string): void {
    const [next] = this.waiting.get(workspaceId) ?? [];
    if (next !== undefined) return next.admit();
    const used = (this.used.get(workspaceId) ?? 1) - 1;
    if (used === 0) this.used.delete(workspaceId);
    else this.used.set(workspaceId, used);
  }
}
