/** What became of the counts of an attack, by status and code. */
export type Outcomes = Map<string, number>;

const CONDITIONS = 100;

/**
 * A count that no index serves: each of 100 `like` conditions looks at every record and finds it
 * nowhere.
 */
const body = JSON.stringify({
  filter: {
    or: Array.from({ length: CONDITIONS }, (_, n) => ({ field: 'name', op: 'like', value: `q${n}zx` })),
  },
});

/**
 * Sends `parallel` counts at once, and another one for each that is answered, whatever the answer
 * is, until `stop` is aborted; those that are open then are given up.
 */
export async function attack(
  url: string,
  token: string,
  parallel: number,
  stop: AbortSignal,
): Promise<Outcomes> {
  const outcomes: Outcomes = new Map();
  const one = async (): Promise<void> => {
    while (!stop.aborted) {
      const outcome = await count(url, token, stop);
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: parallel }, one));
  return outcomes;
}

async function count(url: string, token: string, stop: AbortSignal): Promise<string> {
  try {
    const response = await fetch(`${url}/instruments/count`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body,
      signal: stop,
    });
    const { code = '' } = (await response.json()) as { code?: string };
    return `${response.status} ${code}`.trim();
  } catch (error) {
    if (stop.aborted) return 'given up';
    throw error;
  }
}
