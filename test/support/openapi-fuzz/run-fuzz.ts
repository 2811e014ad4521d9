import { SeededWorkspace } from '../access-matrix/seeded-workspace';
import type { TestApp } from '../test-app';
import { AnswerChecker } from './answer-checker';
import { Dice } from './dice';
import { type Document, type Operation, operationsOf } from './document';
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
  readonly issues: readonly string[];
}

/**
 * Sends `requests` requests to the operations of the application's own document, the same ones for
 * the same seed: each operation once, then whatever the dice say. Then up to as many again to those
 * that have only refused so far, so that what is shown does not depend on how many operations share
 * the requests.
 */
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
  const issues: string[] = [];
  for (let n = 0; n < 2 * requests && issues.length < most; n++) {
    const among = n < requests ? operations : operations.filter((each) => !succeeded.has(nameOf(each)));
    if (among.length === 0) break;
    const operation = operations[n] ?? dice.pick(among);
    const request = await maker.make(operation);
    const name = nameOf(operation);
    called.add(name);
    const { status, issue } = await classifier(app, checker, request);
    statuses[status] = (statuses[status] ?? 0) + 1;
    if (status >= 200 && status < 300) succeeded.add(name);
    if (issue !== null) issues.push(`${issue}\n    after ${describeRequest(request)}`);
  }
  return { statuses, called, succeeded, issues };
}

const nameOf = ({ method, path }: Operation): string => `${method} ${path}`;

async function classifier(
  app: TestApp,
  checker: AnswerChecker,
  request: FuzzRequest,
): Promise<{ status: number; issue: string | null }> {
  try {
    const answer = await sendRequest(app.url, request);
    return { status: answer.status, issue: checker.issueOf(request.operation, answer) };
  } catch (error) {
    return { status: 0, issue: `no answer: ${String(error)}` };
  }
}
