import { appendFileSync } from 'node:fs';
import { classifyRows, type Measured, type Operation, type Violation } from './check-operation';

const MAX_SHOWN = 400;

export const nameOf = ({ group, resource, name }: Operation): string => `${group}: ${resource}: ${name}`;

/**
 * Violations as lines, the most severe first: where, what was done, what was seen, the node and its
 * statement.
 */
export function describeViolations(violations: readonly Violation[], where: string): string[] {
  const factor = ({ seen, limit }: Violation): number => seen / limit;
  return [...violations]
    .sort((a, b) => factor(b) - factor(a))
    .map(
      ({ operation, what, seen, limit, node, statement }) =>
        `${where}: ${nameOf(operation)}: ${what} ${seen} of at most ${limit} (wanted ${operation.wanted}) at ${node} of: ${statement.slice(0, MAX_SHOWN)}`,
    );
}

/**
 * PLAN_SUITE_REPORT=<file> has each violation and each failure appended there as a line of JSON as
 * soon as it is found: the suite takes minutes, and whoever fixes a plan wants to see its own
 * first.
 */
export function noteViolations(state: string, measured: Measured, failed: string | null): void {
  const file = process.env.PLAN_SUITE_REPORT ?? '';
  if (file === '') return;
  const { operation } = measured;
  const lines = [
    ...classifyRows(measured).map((violation) => ({ state, ...violation })),
    ...(failed === null ? [] : [{ state, operation, failed }]),
  ];
  for (const line of lines) appendFileSync(file, `${JSON.stringify(line)}\n`);
}
