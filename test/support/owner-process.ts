import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { EmbeddedSettings } from '../../src/embedded/start-embedded';
import { TYPESCRIPT } from './test-servers';

/** What an owner says of its servers: where they are, or why there are none. */
export interface OwnerAnswer {
  databaseUrl: string;
  redisUrl: string;
  describe: string[];
  error?: string;
}

/** A process that started embedded servers, as seen from the test. */
export interface OwnerProcess {
  child: ChildProcess;
  answer: OwnerAnswer;
  /** Ends it in good order. */
  stop: () => Promise<void>;
  /** Ends it without a word, and resolves when it is gone. */
  kill: () => Promise<void>;
}

/** Runs embedded servers under a process of their own, by another user if wanted. */
export async function startOwner(
  settings: Partial<EmbeddedSettings>,
  user: { uid: number; gid: number } | Record<string, never> = {},
): Promise<OwnerProcess> {
  const complete = { databaseUrl: '', redisUrl: '', redis: 'js', nodeArguments: TYPESCRIPT, ...settings };
  const child = fork(join(__dirname, 'embedded-owner.ts'), [JSON.stringify(complete)], {
    execArgv: TYPESCRIPT,
    ...user,
  });
  const ended = once(child, 'exit');
  const [answer] = (await once(child, 'message')) as [OwnerAnswer];
  return {
    child,
    answer,
    stop: async () => {
      if (child.connected) child.send('stop');
      await ended;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
