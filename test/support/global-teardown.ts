import './global-setup';

/** Stops the servers of this run; their folder goes with them. */
export default async function tearDown(): Promise<void> {
  const servers = globalThis.almagestTestServers;
  globalThis.almagestTestServers = undefined;
  await servers?.stop();
}
