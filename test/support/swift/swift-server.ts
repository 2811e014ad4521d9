import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile, open } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { findFreePort } from '../../../src/embedded/running-server';
import { eventually } from '../eventually';
import { makeTestFolder } from '../test-servers';
import { STORING_SERVERS, swiftConfig, type SwiftPlan, type SwiftServerName } from './swift-config';

const run = promisify(execFile);
const START_MS = 180_000;
const PROGRAMS = ['memcached', 'setpriv', 'swift-ring-builder', 'swift-proxy-server', 'swift-object-server'];

/** An OpenStack Swift that speaks S3: a real server that refuses forged signatures. */
export interface SwiftServer {
  /** Endpoint of S3, without a slash at the end. */
  url: string;
  /** Ends its processes and removes its folder. */
  stop: () => Promise<void>;
}

/** True where the machine has the packages of Swift; prints one line where it has not. */
export function hasSwift(): boolean {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const missing = PROGRAMS.filter((name) => !folders.some((folder) => existsSync(join(folder, name))));
  if (missing.length > 0) process.stdout.write(`No S3 server: ${missing.join(', ')} not installed.\n`);
  return missing.length === 0;
}

/**
 * Starts an empty Swift on loopback, in a temporary folder and on free ports. No service of the system is used. It takes
 * about five seconds. Throws what its processes printed when it does not start.
 */
export async function startSwift(): Promise<SwiftServer> {
  const folder = await makeTestFolder();
  const [proxy, account, container, object, memcached] = await freePorts();
  const ports = { proxy, account, container, object, memcached };
  const plan: SwiftPlan = { folder, user: userInfo().username, ports };
  const children: ChildProcess[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(children.map(end));
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    await writeFiles(plan);
    const log = await open(join(folder, 'log'), 'a');
    const start = (program: string, ...args: string[]): void => {
      const all = ['--pdeathsig', 'KILL', program, ...args]; // they end with the process that runs the tests
      children.push(spawn('setpriv', all, { stdio: ['ignore', log.fd, log.fd] }));
    };
    start('memcached', '-l', '127.0.0.1', '-p', String(ports.memcached), '-U', '0', '-u', plan.user);
    for (const name of STORING_SERVERS) start(`swift-${name}-server`, join(folder, `${name}.conf`), '-v');
    // The proxy shuts out a server that does not answer it: so it begins after them.
    for (const name of STORING_SERVERS) await untilUp(`http://127.0.0.1:${ports[name]}`, folder, children);
    start('swift-proxy-server', join(folder, 'proxy.conf'), '-v');
    await log.close();
    const url = `http://127.0.0.1:${ports.proxy}`;
    await untilUp(url, folder, children);
    return { url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function freePorts(): Promise<[number, number, number, number, number]> {
  const port = findFreePort;
  return [await port(), await port(), await port(), await port(), await port()];
}

/** Configuration, and a ring of one replica on one disk for each server that stores something. */
async function writeFiles(plan: SwiftPlan): Promise<void> {
  const { folder, ports } = plan;
  await mkdir(join(folder, 'disks', 'one'), { recursive: true });
  for (const name of [...STORING_SERVERS, 'proxy'] satisfies SwiftServerName[])
    await writeFile(join(folder, `${name}.conf`), swiftConfig(name, plan));
  await writeFile(join(folder, 'swift.conf'), await readFile('/etc/swift/swift.conf'));
  await Promise.all(
    STORING_SERVERS.map(async (name) => {
      const ring = join(folder, `${name}.builder`);
      await run('swift-ring-builder', [ring, 'create', '4', '1', '1']);
      await run('swift-ring-builder', [ring, 'add', `r1z1-127.0.0.1:${ports[name]}/one`, '1']);
      await run('swift-ring-builder', [ring, 'rebalance']);
    }),
  );
}

async function untilUp(url: string, folder: string, children: readonly ChildProcess[]): Promise<void> {
  const answers = (): Promise<boolean> =>
    fetch(url, { redirect: 'manual' }).then(
      () => true,
      () => false,
    );
  await eventually(
    'Swift responds',
    async () => {
      if (children.some(({ exitCode, signalCode }) => exitCode !== null || signalCode !== null))
        throw new Error(`Swift ended: ${await readFile(join(folder, 'log'), 'utf8')}`);
      return answers();
    },
    START_MS,
  );
}

async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
