import { Agent, get } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';

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

/** Asks on a thread of its own, so that nothing else disturbs the clock; at each message it posts the answers since the last one. */
async function probe({ url, token, everyMs }: ProbeOrder): Promise<void> {
  const agent = new Agent({ keepAlive: true });
  let answers: ProbeAnswer[] = [];
  let running = true;
  parentPort?.on('message', (message: 'take' | 'stop') => {
    if (message === 'stop') running = false;
    parentPort?.postMessage(answers);
    answers = [];
  });
  while (running) {
    answers.push(await ask(url, token, agent));
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
  agent.destroy();
  parentPort?.close();
}

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

void probe(workerData as ProbeOrder);
