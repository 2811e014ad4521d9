import { problem } from '../http/problem/problem.exception';

const RETRY_AFTER = { 'Retry-After': '5' };

/** Counts the open streams of events of this process and of each token. */
export class EventPlaces {
  private readonly byToken = new Map<string, number>();
  private total = 0;

  constructor(
    private readonly max: number,
    private readonly maxPerToken: number,
  ) {}

  /**
   * Counts one more stream of a token; the function that it returns counts it no longer. Throws 429
   * `too_many_event_streams` and 503 `event_streams_full`.
   */
  take(tokenId: string): () => void {
    const open = this.byToken.get(tokenId) ?? 0;
    if (open >= this.maxPerToken) {
      const detail = `The token has ${this.maxPerToken.toLocaleString('en')} streams of events open already. Close some, or poll the job.`;
      throw problem(429, 'too_many_event_streams', detail, { headers: RETRY_AFTER });
    }
    if (this.total >= this.max) {
      const detail = 'This server has as many streams of events open as it may have. Poll the job instead.';
      throw problem(503, 'event_streams_full', detail, { headers: RETRY_AFTER });
    }
    this.byToken.set(tokenId, open + 1);
    this.total++;
    return () => this.giveBack(tokenId);
  }

  private giveBack(tokenId: string): void {
    const open = this.byToken.get(tokenId) ?? 0;
    if (open > 1) this.byToken.set(tokenId, open - 1);
    else this.byToken.delete(tokenId);
    this.total--;
  }
}
