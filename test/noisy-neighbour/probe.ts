import { get, type Agent } from 'node:http';
import { workerData } from 'node:worker_threads';
import { runProbe } from '../support/probe-loop';

/** What is asked for again and again, and the pause between an answer and the next request. */
export interface ProbeOrder {
  url: string;
  token: string;
  everyMs: number;
}

/** One answer: its time in milliseconds, its status, and the start of its body. */
export interface ProbeAnswer {
  ms: number;
  status: number;
  body: string;
}

const BODY_START = 300;

async function ask(url: string, token: string, agent: Agent): Promise<ProbeAnswer> {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const request = get(url, { agent, headers: { Authorization: `Bearer ${token}` } }, (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => (body = (body + chunk.toString()).slice(0, BODY_START)));
      response.on('error', reject);
      response.on('end', () =>
        resolve({ ms: performance.now() - start, status: response.statusCode ?? 0, body }),
      );
    });
    request.on('error', reject);
  });
}

const { url, token, everyMs } = workerData as ProbeOrder;
void runProbe((agent) => ask(url, token, agent), everyMs);
