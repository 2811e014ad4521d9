import { Semaphore } from './semaphore';

describe('Semaphore', () => {
  it('never lets more work run at once than there are places, and serves in order', async () => {
    const slots = new Semaphore(2);
    const started: number[] = [];
    const finish: (() => void)[] = [];
    const all = [1, 2, 3, 4].map((number) =>
      slots.hold(() => {
        started.push(number);
        return new Promise<void>((resolve) => finish.push(resolve));
      }),
    );
    expect(started).toEqual([1, 2]);
    expect(slots.free).toBe(0);
    for (let done = 0; done < 4; done++) {
      finish[done]?.();
      await all[done];
    }
    expect(started).toEqual([1, 2, 3, 4]);
    expect(slots.free).toBe(2);
  });

  it('gives the place back when the work fails', async () => {
    const slots = new Semaphore(1);
    await expect(slots.hold(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(slots.free).toBe(1);
  });
});
