import { writeSync } from 'node:fs';
import { FAILPOINT_NAMES, type FailpointName, type FailpointPlan } from './failpoint-names';

/** What is armed in this process, and how often each point must be passed before it acts. */
const armed = new Map<FailpointName, { action: FailpointPlan['action']; passes: number }>();

/** Thrown by a failpoint with the action `throw`. */
export class FailpointError extends Error {
  constructor(name: FailpointName) {
    super(`Failpoint ${name}.`);
  }
}

/** Arms the failpoints of this process, in place of those armed before. */
export function armFailpoints(plans: readonly FailpointPlan[]): void {
  armed.clear();
  for (const { name, action, count } of plans) armed.set(name, { action, passes: count });
}

/** A point at which a test ends, freezes or fails a real process; without FAILPOINTS it does nothing. */
export function failpoint(name: FailpointName): void {
  if (armed.size === 0) return;
  const point = armed.get(name);
  if (point === undefined || --point.passes > 0) return;
  armed.delete(name);
  writeSync(process.stderr.fd, `failpoint ${name}: ${point.action}\n`); // at once: nothing buffered survives a kill
  if (point.action === 'throw') throw new FailpointError(name);
  process.kill(process.pid, point.action === 'exit' ? 'SIGKILL' : 'SIGSTOP');
}

/** Reads `name=action` or `name=action@count`, comma-separated; throws a sentence for the operator. */
export function readFailpoints(text: string, variable: string): readonly FailpointPlan[] {
  return text.split(',').map((item) => {
    const [, name = '', action = '', count = '1'] =
      /^([\w.]+)=(exit|stop|throw)(?:@([1-9]\d{0,5}))?$/.exec(item.trim()) ?? [];
    const found = FAILPOINT_NAMES.find((known) => known === name);
    if (found === undefined) {
      throw new Error(
        `${variable} must be name=exit, name=stop or name=throw, optionally followed by @count, not "${item}". ` +
          `The names are: ${FAILPOINT_NAMES.join(', ')}.`,
      );
    }
    return { name: found, action: action as FailpointPlan['action'], count: Number(count) };
  });
}
