import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';

/** Users that may run the servers when the app is root; the first that exists is used, none is created. */
const SERVER_USERS = ['postgres', 'nobody'];

/** The user that runs the servers; `identity` goes into the options of `spawn` and is empty for the user of this process. */
export interface RunAs {
  name: string;
  identity: { uid: number; gid: number } | Record<string, never>;
}

/** Postgres refuses to run as root and needs a user with a name. Throws a sentence that asks for DATABASE_URL. */
export function findRunAs(): RunAs {
  if (process.getuid?.() !== 0) return { name: ownName(), identity: {} };
  const known = readPasswd();
  for (const name of SERVER_USERS) {
    const identity = known.get(name);
    if (identity !== undefined) return { name, identity };
  }
  throw new Error(
    'PostgreSQL does not run as root, and this machine has neither a user postgres nor nobody; ' +
      'start Almagest as another user, or set DATABASE_URL.',
  );
}

/** Whether the command exits with 0 when that user runs it. */
export function canRun(runAs: RunAs, command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { cwd: '/', stdio: 'ignore', ...runAs.identity }).status === 0;
}

function ownName(): string {
  try {
    return userInfo().username;
  } catch {
    throw new Error(
      `User id ${process.getuid?.()} has no entry in the list of users, and PostgreSQL cannot be set up without one; ` +
        'start Almagest as a user with a name, or set DATABASE_URL.',
    );
  }
}

function readPasswd(): Map<string, { uid: number; gid: number }> {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  return new Map(
    lines.map((line) => {
      const [name = '', , uid, gid] = line.split(':');
      return [name, { uid: Number(uid), gid: Number(gid) }];
    }),
  );
}
