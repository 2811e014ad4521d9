import { runFuzz } from './support/openapi-fuzz/run-fuzz';
import { startTestApp, type TestApp } from './support/test-app';

jest.setTimeout(600_000);

describe('requests made from our own OpenAPI document', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ RATE_PER_SECOND: '1000000', QUEUED_JOBS: '1000000' });
  });
  afterAll(() => app.stop());

  it('are never answered with a 5xx, nor with anything that the document does not publish', async () => {
    const { statuses, called, succeeded, issues } = await runFuzz(app, { requests: 2_000, seed: 1 });
    expect(issues).toEqual([]);
    expect(called.size).toBeGreaterThanOrEqual(140);
    // A fuzz that only ever meets refusals shows nothing of what is after them.
    expect([...called].filter((name) => !succeeded.has(name))).toEqual([]);
    process.stdout.write(`openapi fuzz: ${JSON.stringify(statuses)}\n`);
  });
});
