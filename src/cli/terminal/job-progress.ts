import { Format, SingleBar } from 'cli-progress';
import { count, duration, rows, say, type Terminal } from './terminal';

/** The fields of a running import or export that are shown. */
export interface FollowedJob {
  readonly status: 'queued' | 'processing' | 'completed' | 'failed' | 'cancelled';
  readonly progress: number | null;
  readonly processed_count?: number;
}

/** Shows the progress of a job. */
export interface JobProgress {
  show(job: FollowedJob): void;
  /** Ends the output. */
  end(): void;
}

/** A bar on a terminal; elsewhere a line for each change of state, or for every change with `everyChange`. */
export function createProgress(terminal: Terminal, name: string, everyChange: boolean): JobProgress {
  return terminal.err.isTTY ? bar(terminal, name) : lines(terminal, name, everyChange);
}

function bar({ err }: Terminal, name: string): JobProgress {
  const started = Date.now();
  const single = new SingleBar({
    stream: err,
    clearOnComplete: false,
    hideCursor: true,
    fps: 10,
    format: (options, { progress }, { about }: { about: string }) =>
      `${name} ${Format.BarFormat(progress, options)} ${String(Math.floor(progress * 100)).padStart(3)} %  ${about}`,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 30,
  });
  single.start(100, 0, { about: 'queued' });
  return {
    show: (job) => single.update(job.progress ?? 0, { about: describe(job, Date.now() - started) }),
    end: () => single.stop(),
  };
}

function lines(terminal: Terminal, name: string, everyChange: boolean): JobProgress {
  const started = Date.now();
  let last = '';
  return {
    show: (job) => {
      const state = everyChange ? `${job.status} ${job.progress} ${job.processed_count}` : job.status;
      if (state === last) return;
      last = state;
      say(terminal, `${name} ${job.progress ?? 0} %  ${describe(job, Date.now() - started)}`);
    },
    end: () => undefined,
  };
}

/** With `abort` rows are counted when all of them take effect: until then there is no rate. */
function describe({ status, processed_count: done = 0 }: FollowedJob, ms: number): string {
  const rate = done > 0 && ms >= 1_000 ? `  ${count(Math.round((done * 1_000) / ms))} rows/s` : '';
  return `${status}  ${done > 0 ? `${rows(done)}${rate}  ` : ''}${duration(ms)}`;
}
