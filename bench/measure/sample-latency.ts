/**
 * Asks every `everyMs` milliseconds, whether or not the last answer has come, until `until` settles; answers the
 * milliseconds that each answer took. A server that stands still thus delays every question of that time, not only one.
 */
export async function sampleLatency(
  ask: () => Promise<unknown>,
  everyMs: number,
  until: Promise<unknown>,
): Promise<number[]> {
  const answers: Promise<number>[] = [];
  const timer = setInterval(() => answers.push(timeOf(ask)), everyMs);
  try {
    await until;
  } finally {
    clearInterval(timer);
  }
  return Promise.all(answers);
}

/** Milliseconds that the answer took. */
export async function timeOf(ask: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await ask();
  return performance.now() - start;
}
