import { retry } from './retry';

const answer = (status: number, headers: Record<string, string> = {}, error?: unknown) => ({
  response: new Response(null, { status, headers }),
  error,
});

/** Returns one response after the other; what is thrown is an Error. */
function server(...answers: (ReturnType<typeof answer> | Error)[]) {
  let calls = 0;
  const call = async () => {
    const next = answers[Math.min(calls++, answers.length - 1)];
    if (next === undefined || next instanceof Error) throw next ?? new Error('No answer.');
    return next;
  };
  return { call, calls: () => calls };
}

const LOST = new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED') });

describe('repeating a call', () => {
  let pauses: number[];
  const pause = async (ms: number): Promise<void> => void pauses.push(ms);
  beforeEach(() => (pauses = []));

  it.each([429, 502, 503, 504])(
    'is done after a %d and a lost connection, until there is an answer',
    async (status) => {
      const { call, calls } = server(answer(status), LOST, answer(202));
      expect((await retry(call, { pause })).response.status).toBe(202);
      expect([calls(), pauses.length]).toEqual([3, 2]);
    },
  );

  it('is done while the same key is in flight, and after no other conflict', async () => {
    const inFlight = server(answer(409, {}, { code: 'idempotency_in_flight' }), answer(202));
    expect((await retry(inFlight.call, { pause })).response.status).toBe(202);
    const conflict = server(answer(409, {}, { code: 'conflict' }), answer(202));
    expect((await retry(conflict.call, { pause })).response.status).toBe(409);
  });

  it('waits as long as the server asks, and half a minute at most', async () => {
    const { call } = server(
      answer(429, { 'Retry-After': '3' }),
      answer(503, { 'Retry-After': '900' }),
      answer(200),
    );
    await retry(call, { pause });
    expect(pauses).toEqual([3_000, 30_000]);
  });

  it('is given up after eight attempts, with the last failure', async () => {
    const lost = server(LOST);
    await expect(retry(lost.call, { pause })).rejects.toBe(LOST);
    expect(lost.calls()).toBe(8);
    const busy = server(answer(503));
    expect((await retry(busy.call, { pause })).response.status).toBe(503);
    expect(busy.calls()).toBe(8);
  });

  it('is not done for a refusal, a fault of our own, or a file that changed while it was sent', async () => {
    const refused = server(answer(422), answer(202));
    expect((await retry(refused.call, { pause })).response.status).toBe(422);
    const changed = new TypeError('fetch failed', { cause: new DOMException('gone', 'NotReadableError') });
    const redirect = new TypeError('fetch failed', { cause: new Error('unexpected redirect') });
    for (const fault of [new RangeError('ours'), changed, redirect]) {
      await expect(retry(server(fault, answer(202)).call, { pause })).rejects.toBe(fault);
    }
    expect(pauses).toEqual([]);
  });

  it('says why it waits, and stops when its caller asks for it', async () => {
    const reasons: string[] = [];
    const controller = new AbortController();
    const onRetry = (reason: string): void => {
      reasons.push(reason);
      if (reasons.length === 2) controller.abort();
    };
    const { call, calls } = server(LOST, answer(503));
    await expect(retry(call, { pause, onRetry, signal: controller.signal })).rejects.toThrow(/abort/i);
    expect(reasons).toEqual(['connect ECONNREFUSED', 'status 503']);
    expect(calls()).toBe(3);
  });
});
