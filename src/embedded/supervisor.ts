import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { SupervisorMessage, SupervisorReply, SupervisorRequest } from './supervisor-protocol';
import { SERVERS_FOLDER } from './server-folders';
import { endOrphans } from './processes';
import { ServerLog } from './supervised-process';

/** The same kind of file as this one: JavaScript once built, TypeScript under a loader. */
const PROGRAM = join(__dirname, `supervisor-process${extname(__filename)}`);
/** The name by which released versions and the documentation know it. */
const LOG = 'supervisor.log';

/** The app's side of the supervisor process, which owns the servers. */
export class Supervisor {
  private stopping = false;

  private constructor(
    private readonly child: ChildProcess,
    private readonly log: ServerLog,
    private readonly onLost: (sentence: string) => void,
  ) {}

  static async fork(
    dataDir: string,
    nodeArguments: string[],
    onLost: (sentence: string) => void,
  ): Promise<Supervisor> {
    const folder = join(dataDir, SERVERS_FOLDER);
    await mkdir(folder, { recursive: true });
    const log = new ServerLog(join(folder, LOG));
    const child = log.withHandle((handle) =>
      fork(PROGRAM, { execArgv: nodeArguments, detached: true, stdio: ['ignore', handle, handle, 'ipc'] }),
    );
    return new Supervisor(child, log, onLost);
  }

  /** Requests the servers and waits for them. Throws the supervisor's sentence on failure; the supervisor has ended then. */
  async start(request: SupervisorRequest): Promise<SupervisorReply> {
    const replied = new Promise<SupervisorReply>((resolve, reject) => {
      this.child.once('exit', () =>
        reject(new Error(`The supervisor of the servers ended; ${this.log.path} says why.`)),
      );
      this.child.once('error', reject);
      this.child.on('message', (message: SupervisorMessage) => {
        if (message.kind === 'ready') resolve(message.reply);
        else if (message.kind === 'failed') reject(new Error(message.sentence));
        else this.onLost(message.sentence);
      });
    });
    this.child.send(request);
    try {
      const reply = await replied;
      this.watch(reply.folders);
      return reply;
    } catch (error) {
      await this.stop();
      throw error;
    }
  }

  /** Closes the channel, whereupon the supervisor stops its servers, and waits for its end. */
  async stop(): Promise<void> {
    this.stopping = true;
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.ref();
    if (this.child.connected) this.child.disconnect();
    await ended;
  }

  /** The supervisor does not keep the app alive. When it is killed, the app ends the servers and reports the loss. */
  private watch(folders: string[]): void {
    this.child.unref();
    this.child.channel?.unref();
    this.child.once('exit', () => {
      if (this.stopping) return;
      const sentence = 'The supervisor of the private servers was killed, and they are stopped.';
      Promise.all(folders.map(endOrphans)).then(
        () => this.onLost(sentence),
        (error: Error) => this.onLost(error.message),
      );
    });
  }
}
