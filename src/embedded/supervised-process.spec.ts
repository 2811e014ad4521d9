import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ProcessOptions, ServerLog, SupervisedProcess, toLog } from './supervised-process';

describe('a supervised process', () => {
  let folder: string;
  let signal: AbortSignal;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'almagest-process-'));
    signal = new AbortController().signal;
  });

  afterEach(() => rm(folder, { recursive: true }));

  function options(program: string, args: string[], change: Partial<ProcessOptions> = {}): ProcessOptions {
    const log = new ServerLog(join(folder, 'server.log'));
    return {
      name: 'The server',
      log,
      launch: async () => log.withHandle((handle) => spawn(program, args, { stdio: toLog(handle) })),
      stop: [{ signal: 'SIGTERM', graceMs: 5_000 }],
      onLost: () => undefined,
      ...change,
    };
  }

  it('that ends while it starts fails with the end of its log', async () => {
    const server = new SupervisedProcess(options('sh', ['-c', 'echo the port is taken >&2; exit 1']));
    await expect(server.start(async () => false, 30_000, signal)).rejects.toThrow(
      'The server did not start (the port is taken).',
    );
  });

  it('whose program is missing fails at once', async () => {
    const server = new SupervisedProcess(options('/nowhere/server', []));
    await expect(server.start(async () => false, 30_000, signal)).rejects.toThrow('ENOENT');
  });

  it('that takes too long is stopped', async () => {
    let pid: number | undefined;
    const slow = options('sleep', ['60']);
    const launch = async (): ReturnType<ProcessOptions['launch']> => {
      const child = await slow.launch();
      pid = child.pid;
      return child;
    };
    const server = new SupervisedProcess({ ...slow, launch });
    await expect(server.start(async () => false, 50, signal)).rejects.toThrow('did not start');
    expect(() => process.kill(pid ?? 0, 0)).toThrow('ESRCH');
  });

  it('that ignores the first signal gets the next one', async () => {
    const stop = [
      { signal: 'SIGTERM', graceMs: 50 },
      { signal: 'SIGKILL', graceMs: 5_000 },
    ] as const;
    const log = join(folder, 'server.log');
    const server = new SupervisedProcess(
      options('sh', ['-c', "trap '' TERM; echo ready; exec sleep 60"], { stop }),
    );
    await server.start(async () => (await readFile(log, 'utf8')).includes('ready'), 30_000, signal);
    await server.stop();
    expect(server.isRunning()).toBe(false);
  });

  it('that ends again and again is not restarted', async () => {
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const lost = new Promise<string>((onLost) => {
      void new SupervisedProcess(options('false', [], { onLost })).start(async () => true, 30_000, signal);
    });
    expect(await lost).toMatch(/^The server ends again and again; .*server\.log says why\.$/);
  });
});
