import { get, type Agent } from 'node:http';
import { workerData } from 'node:worker_threads';
import { runProbe } from '../support/probe-loop';

const EVERY_MS = 10;

/** Asks for `/health/live`; resolves to the milliseconds until the answer. */
async function ask(url: string, agent: Agent): Promise<number> {
  const start = performance.now();
  await new Promise<void>((resolve, reject) => {
    get(`${url}/health/live`, { agent }, (response) => {
      response.resume().on('end', resolve).on('error', reject);
      if (response.statusCode !== 200) reject(new Error(`/health/live answered ${response.statusCode}.`));
    }).on('error', reject);
  });
  return performance.now() - start;
}

const { url } = workerData as { url: string };
void runProbe((agent) => ask(url, agent), EVERY_MS);
