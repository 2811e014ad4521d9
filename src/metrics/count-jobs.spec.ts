import { countJobs } from './count-jobs';

const NOTHING = { jobs: [], oldest: [] };

describe('counting jobs for a scrape', () => {
  it('returns nothing when the database fails, and when it does not answer in time', async () => {
    expect(await countJobs({ query: () => Promise.reject(new Error('gone')) }, [], 1_000)).toEqual(NOTHING);
    expect(await countJobs({ query: () => new Promise(() => undefined) }, [], 10)).toEqual(NOTHING);
  });
});
