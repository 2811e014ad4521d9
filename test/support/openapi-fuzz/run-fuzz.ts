import { SeededWorkspace } from '../access-matrix/seeded-workspace';
import type { TestApp } from '../test-app';
import { AnswerChecker } from './answer-checker';
import { Dice } from './dice';
import { type Document, operationsOf } from './document';
import { describeRequest, type FuzzRequest } from './fuzz-request';
import { RequestMaker } from './request-maker';
import { sendRequest } from './send-request';

/** What came of a fuzz. */
export interface FuzzResult {
  /** Answers by their status. */
  readonly statuses: Readonly<Record<string, number>>;
  /** Operations that were called, and those that succeeded at least once. */
  readonly called: ReadonlySet<string>;
  readonly succeeded: ReadonlySet<string>;
  /** What was wrong, with the request that showed it. */
  readonly flaws: readonly string[];
}

/** Sends `requests` requests to the operations of the application's own document, the same ones for the same seed. */
export async function runFuzz(
  app: TestApp,
  { requests, seed, most = 20 }: { requests: number; seed: number; most?: number },
): Promise<FuzzResult> {
  const document = (await app.http.get('/openapi.json')).body as Document;
  const operations = operationsOf(document);
  const seeded = await SeededWorkspace.create(app, `fuzz-${seed}`, 'fuzzed');
  const dice = new Dice(seed);
  const maker = new RequestMaker(document, seeded, dice, app.token);
  const checker = new AnswerChecker(document);
  const statuses: Record<string, number> = {};
  const called = new Set<string>();
  const succeeded = new Set<string>();
  const flaws: string[] = [];
  for (let n = 0; n < requests && flaws.length < most; n++) {
    const operation = n < operations.length ? operations[n] : dice.pick(operations);
    if (operation === undefined) throw new Error('The document has no operation.');
    const request = await maker.make(operation);
    const name = `${operation.method} ${operation.path}`;
    called.add(name);
    const { status, flaw } = await judge(app, checker, request);
    statuses[status] = (statuses[status] ?? 0) + 1;
    if (status >= 200 && status < 300) succeeded.add(name);
    if (flaw !== null) flaws.push(`${flaw}\n    after ${describeRequest(request)}`);
  }
  return { statuses, called, succeeded, flaws };
}

async function judge(
  app: TestApp,
  checker: AnswerChecker,
  request: FuzzRequest,
): Promise<{ status: number; flaw: string | null }> {
  try {
    const answer = await sendRequest(app.url, request);
    return { status: answer.status, flaw: checker.flawOf(request.operation, answer) };
  } catch (error) {
    return { status: 0, flaw: `no answer: ${String(error)}` };
  }
}
