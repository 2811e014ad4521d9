import { Agent, get } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';

const EVERY_MS = 10;

/**
 * Asks for `/health/live` again and again on a thread of its own, so that nothing else disturbs the clock; at each
 * message it posts the milliseconds of the answers since the last one.
 */
async function probe(url: string): Promise<void> {
  const agent = new Agent({ keepAlive: true });
  let answers: number[] = [];
  let running = true;
  parentPort?.on('message', (message: 'take' | 'stop') => {
    if (message === 'stop') running = false;
    parentPort?.postMessage(answers);
    answers = [];
  });
  while (running) {
    const start = performance.now();
    await new Promise<void>((resolve, reject) => {
      get(`${url}/health/live`, { agent }, (response) => {
        response.resume().on('end', resolve).on('error', reject);
        if (response.statusCode !== 200) reject(new Error(`/health/live answered ${response.statusCode}.`));
      }).on('error', reject);
    });
    answers.push(performance.now() - start);
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
  agent.destroy();
  parentPort?.close();
}

void probe((workerData as { url: string }).url);
