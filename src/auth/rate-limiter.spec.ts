import { RateLimiter } from './rate-limiter';

describe('RateLimiter', () => {
  it('lets a burst pass, then says how long to wait, then lets more pass', () => {
    let now = 0;
    const limiter = new RateLimiter(2, () => now);
    expect([limiter.take('a'), limiter.take('a'), limiter.take('a')]).toEqual([0, 0, 1]);
    now = 500;
    expect([limiter.take('a'), limiter.take('a')]).toEqual([0, 1]);
  });

  it('counts each key for itself', () => {
    const limiter = new RateLimiter(1, () => 0);
    expect([limiter.take('a'), limiter.take('b'), limiter.take('a')]).toEqual([0, 0, 1]);
  });

  it('never saves up more than one second', () => {
    let now = 0;
    const limiter = new RateLimiter(2, () => now);
    limiter.take('a');
    now = 60_000;
    expect([limiter.take('a'), limiter.take('a'), limiter.take('a')]).toEqual([0, 0, 1]);
  });
});
