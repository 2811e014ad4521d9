import { createBullBoard } from '@bull-board/api';
import { BullAdapter } from '@bull-board/api/bullAdapter';
import { ExpressAdapter } from '@bull-board/express';
import type { Queue } from 'bull';
import type { RequestHandler, Response } from 'express';

/** The page would load fonts from another host: the fonts of the local machine are used instead. */
const FOREIGN_LINK = /<link[^>]*href="https?:[^>]*>\s*/g;

/**
 * The board of Bull's queues under `path`, read-only: they contain wake-up notifications only, and the
 * state of jobs is in Postgres, so there is nothing to fix in them. It shows the notifications that wait or run.
 */
export function createQueueBoard(path: string, queues: readonly Queue[]): RequestHandler {
  const adapter = new ExpressAdapter();
  adapter.setBasePath(path);
  createBullBoard({
    queues: queues.map((queue) => new BullAdapter(queue, { readOnlyMode: true })),
    serverAdapter: adapter,
    options: { uiConfig: { boardTitle: 'Almagest queues', hideRedisDetails: true } },
  });
  const router = adapter.getRouter() as RequestHandler;
  return (request, response, next) => {
    allowBase(response);
    renderWithout(FOREIGN_LINK, response);
    router(request, response, next);
  };
}

/** The page names its own folder as the base of its links; the policy of all other pages allows no base. */
function allowBase(response: Response): void {
  const policy = String(response.getHeader('Content-Security-Policy'));
  response.setHeader('Content-Security-Policy', policy.replace("base-uri 'none'", "base-uri 'self'"));
}

/** Cuts what matches `unwanted` out of the page that is rendered. */
function renderWithout(unwanted: RegExp, response: Response): void {
  const send = response.send.bind(response);
  response.send = (body: unknown) => send(typeof body === 'string' ? body.replaceAll(unwanted, '') : body);
}
