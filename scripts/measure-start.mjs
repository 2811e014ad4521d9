import { withThrowawayApp } from './throwaway-app.mjs';

/** Prints the milliseconds from the start of the built application on an empty folder to its first healthy response. */
const startedAt = performance.now();
await withThrowawayApp(async (url) => {
  const answer = await fetch(`${url}/health/ready`);
  if (!answer.ok) throw new Error(`GET /health/ready returned ${answer.status}.`);
  console.log(`${Math.round(performance.now() - startedAt)} ms`);
});
