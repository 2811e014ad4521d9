/**
 * Sends a request every `everyMs` milliseconds until `until` settles, whether or not the last one has finished. Returns the
 * response times in milliseconds. A server that stops for a while thus delays every request of that time, not only one.
 */
export async function sampleLatency(
  send: () => Promise<unknown>,
  everyMs: number,
  until: Promise<unknown>,
): Promise<number[]> {
  const times: Promise<number>[] = [];
  const timer = setInterval(() => times.push(timeOf(send)), everyMs);
  try {
    await until;
  } finally {
    clearInterval(timer);
  }
  return Promise.all(times);
}

/** Milliseconds that `send` takes. */
export async function timeOf(send: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await send();
  return performance.now() - start;
}
