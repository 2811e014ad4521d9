import { rm } from 'node:fs/promises';
import type { SupervisorMessage, SupervisorRequest } from './supervisor-protocol';
import { type RunningServers, startServers } from './start-servers';

/**
 * The program of the supervisor: owns the servers and stops them when the IPC channel to the app closes, which happens
 * however the app ends. It runs in a session of its own and ignores the signals that end the app, so that the app can
 * finish its work while the servers still run.
 */
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);

const appGone = new AbortController();
let starting: Promise<RunningServers> | null = null;

process.once('message', (request: SupervisorRequest) => {
  starting = startServers(request, appGone.signal, (sentence) => send({ kind: 'lost', sentence }));
  starting.then(
    ({ reply }) => send({ kind: 'ready', reply }),
    (error: Error) => send({ kind: 'failed', sentence: error.message }),
  );
  process.once('disconnect', () => {
    appGone.abort();
    void end(request);
  });
});

function send(message: SupervisorMessage): void {
  if (process.connected) process.send?.(message, () => undefined); // the app may have died
}

async function end({ temporary, dataDir }: SupervisorRequest): Promise<void> {
  const servers = await starting?.catch(() => null); // already sent above
  await servers?.stop();
  if (temporary) await rm(dataDir, { recursive: true, force: true });
  process.exit();
}
