import { TokenBuckets } from './token-buckets';

describe('TokenBuckets', () => {
  it('lets a burst pass, then says how long to wait, then lets more pass', () => {
    let now = 0;
    const buckets = new TokenBuckets(2, 1_000, () => now);
    expect([buckets.take('a'), buckets.take('a'), buckets.take('a')]).toEqual([0, 0, 1]);
    now = 500;
    expect([buckets.take('a'), buckets.take('a')]).toEqual([0, 1]);
  });

  it('counts each key for itself', () => {
    const buckets = new TokenBuckets(1, 1_000, () => 0);
    expect([buckets.take('a'), buckets.take('b'), buckets.take('a')]).toEqual([0, 0, 1]);
  });

  it('never saves up more than one second', () => {
    let now = 0;
    const buckets = new TokenBuckets(2, 1_000, () => now);
    buckets.take('a');
    now = 60_000;
    expect([buckets.take('a'), buckets.take('a'), buckets.take('a')]).toEqual([0, 0, 1]);
  });
});
