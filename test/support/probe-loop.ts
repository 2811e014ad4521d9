import { Agent } from 'node:http';
import { parentPort } from 'node:worker_threads';

/**
 * Asks again and again on a thread of its own, so that nothing else disturbs the clock, with
 * `everyMs` milliseconds between an answer and the next request; at each message of the parent it
 * posts the answers since the last one, and at `stop` it ends.
 */
export async function runProbe<Answer>(
  ask: (agent: Agent) => Promise<Answer>,
  everyMs: number,
): Promise<void> {
  const agent = new Agent({ keepAlive: true });
  let answers: Answer[] = [];
  let running = true;
  parentPort?.on('message', (message: 'take' | 'stop') => {
    if (message === 'stop') running = false;
    parentPort?.postMessage(answers);
    answers = [];
  });
  while (running) {
    answers.push(await ask(agent));
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
  agent.destroy();
  parentPort?.close();
}
