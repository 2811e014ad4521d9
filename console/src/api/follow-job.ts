import type { ExportJob, ImportJob } from './dto';
import { request, send, type Session } from './request';

const AGAIN_MS = 1_000;
const FINAL: readonly string[] = ['completed', 'failed', 'cancelled'];

/** Whether a job is in a final state. */
export const isFinal = ({ status }: { status: string }): boolean => FINAL.includes(status);

interface JobOf {
  imports: ImportJob;
  exports: ExportJob;
}

/**
 * Reports each state of a job until its end. It reads server-sent events with fetch, because an EventSource cannot send
 * the token; when the stream breaks (a proxy, a restart) it asks again every second.
 */
export async function followJob<Kind extends keyof JobOf>(
  session: Session,
  kind: Kind,
  id: string,
  print: (job: JobOf[Kind]) => void,
  signal: AbortSignal,
): Promise<void> {
  let ended = false;
  const hear = (job: JobOf[Kind]): void => {
    ended = isFinal(job);
    print(job);
  };
  const stream = await send(session, 'GET', `/${kind}/${id}/events`, { signal });
  try {
    await readEvents(stream, (data) => hear(JSON.parse(data) as JobOf[Kind]));
  } catch (error) {
    if (signal.aborted) throw error;
  }
  while (!ended) {
    await pause(AGAIN_MS, signal);
    hear(await request<JobOf[Kind]>(session, 'GET', `/${kind}/${id}`, { signal }));
  }
}

async function readEvents(response: Response, hear: (data: string) => void): Promise<void> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const chunk = await reader?.read();
    if (chunk === undefined || chunk.done) return;
    const blocks = (rest + chunk.value).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) if (block.startsWith('data: ')) hear(block.slice('data: '.length));
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(new DOMException('Left.', 'AbortError'));
    });
  });
}
