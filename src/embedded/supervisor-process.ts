import { rm } from 'node:fs/promises';
import type { SupervisorMessage, SupervisorRequest } from './supervisor-protocol';
import { type RunningServers, startServers } from './start-servers';

/**
 * The program of the guard: owns the servers, and stops them as soon as the app is gone, however it went, because then
 * the channel between the two closes. It lives in a session of its own and ignores the signals that end the app,
 * so that the app can finish its work on living servers first.
 */
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);

const gone = new AbortController();
let starting: Promise<RunningServers> | null = null;

process.once('message', (request: SupervisorRequest) => {
  starting = startServers(request, gone.signal, (sentence) => send({ kind: 'lost', sentence }));
  starting.then(
    ({ answer }) => send({ kind: 'ready', answer }),
    (error: Error) => send({ kind: 'failed', sentence: error.message }),
  );
  process.once('disconnect', () => {
    gone.abort();
    void end(request);
  });
});

function send(message: SupervisorMessage): void {
  if (process.connected) process.send?.(message, () => undefined); // an app that just died hears nothing
}

async function end({ temporary, dataDir }: SupervisorRequest): Promise<void> {
  const servers = await starting?.catch(() => null); // the reason was told above
  await servers?.stop();
  if (temporary) await rm(dataDir, { recursive: true, force: true });
  process.exit();
}
