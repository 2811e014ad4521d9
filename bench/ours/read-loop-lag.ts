const LAG = /^nodejs_eventloop_lag_p99_seconds (\S+)/m;

/** The 99th percentile in milliseconds of the event loop's lag since it was last asked for, as `/metrics` tells it. */
export async function readLoopLag(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const [, seconds] = LAG.exec(text) ?? [];
  if (seconds === undefined) throw new Error('/metrics does not tell the lag of the event loop.');
  return Number(seconds) * 1_000;
}
