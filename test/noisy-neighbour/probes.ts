import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { TYPESCRIPT } from '../support/test-servers';
import type { ProbeAnswer, ProbeOrder } from './probe';

/** A URL that is asked for all the time. */
export class Probe {
  private readonly worker: Worker;

  constructor(order: ProbeOrder) {
    this.worker = new Worker(join(__dirname, 'probe.ts'), { workerData: order, execArgv: TYPESCRIPT });
  }

  /** The answers since the last call. */
  take(): Promise<ProbeAnswer[]> {
    return this.post('take');
  }

  async stop(): Promise<void> {
    await this.post('stop');
  }

  private async post(message: 'take' | 'stop'): Promise<ProbeAnswer[]> {
    const answer = once(this.worker, 'message') as Promise<[ProbeAnswer[]]>;
    this.worker.postMessage(message);
    return (await answer)[0];
  }
}

/** Milliseconds that a part of the answers kept, such as 0.99. */
export function quantile(answers: readonly ProbeAnswer[], part: number): number {
  const sorted = answers.map(({ ms }) => ms).sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
}
