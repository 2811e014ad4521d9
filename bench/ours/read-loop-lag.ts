const LAG = /^nodejs_eventloop_lag_p99_seconds (\S+)/m;

/** The 99th percentile in milliseconds of the event loop lag since the last call, read from `/metrics`. */
export async function readLoopLag(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const [, seconds] = LAG.exec(text) ?? [];
  if (seconds === undefined) throw new Error('/metrics has no event loop lag.');
  return Number(seconds) * 1_000;
}
