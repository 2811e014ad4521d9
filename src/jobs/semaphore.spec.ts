import { Semaphore } from './semaphore';

describe('Semaphore', () => {
  it('never lets more work run at once than there are permits, and serves in order', async () => {
    const semaphore = new Semaphore(2);
    const started: number[] = [];
    const finish: (() => void)[] = [];
    const all = [1, 2, 3, 4].map((number) =>
      semaphore.run(() => {
        started.push(number);
        return new Promise<void>((resolve) => finish.push(resolve));
      }),
    );
    expect(started).toEqual([1, 2]);
    expect(semaphore.free).toBe(0);
    for (let done = 0; done < 4; done++) {
      finish[done]?.();
      await all[done];
    }
    expect(started).toEqual([1, 2, 3, 4]);
    expect(semaphore.free).toBe(2);
  });

  it('gives the permit back when the work fails', async () => {
    const semaphore = new Semaphore(1);
    await expect(semaphore.run(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(semaphore.free).toBe(1);
  });
});
