import { runFuzz } from '../support/openapi-fuzz/run-fuzz';
import { startTestApp } from '../support/test-app';
import { startTestServers } from '../support/test-servers';

/**
 * `run.ts [--requests 20000] [--seed 1]`: fuzzes the API by its own OpenAPI document and prints
 * what was answered.
 */
async function main(): Promise<void> {
  const requests = Number(argument('--requests') ?? 20_000);
  const seed = Number(argument('--seed') ?? Date.now() % 1_000_000);
  const servers = await startTestServers();
  process.env['ALMAGEST_TEST_DATABASE_URL'] = servers.databaseUrl;
  process.env['ALMAGEST_TEST_REDIS_URL'] = servers.redisUrl;
  try {
    const app = await startTestApp({ RATE_PER_SECOND: '1000000', QUEUED_JOBS: '1000000' });
    try {
      print(`${requests.toLocaleString('en')} requests, seed ${seed}`);
      const { statuses, called, succeeded, issues } = await runFuzz(app, { requests, seed });
      for (const [status, count] of Object.entries(statuses)) print(`${status}  ${count}`);
      print(`${called.size} operations called, ${succeeded.size} of them with success`);
      for (const issue of issues) print(`\n${issue}`);
      const serverErrors = Object.entries(statuses).filter(([status]) => Number(status) >= 500);
      print(`${serverErrors.length === 0 ? 0 : JSON.stringify(serverErrors)} 5xx, ${issues.length} issues`);
      process.exitCode = issues.length === 0 ? 0 : 1;
    } finally {
      await app.stop();
    }
  } finally {
    await servers.stop();
  }
}

function argument(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
}

const print = (line: string): boolean => process.stdout.write(`${line}\n`);

main().then(
  () => process.exit(),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
