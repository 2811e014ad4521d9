import { open } from 'node:fs/promises';
import type { Sql } from '../../../src/database/sql';

/** A node of a plan that was executed, as auto_explain prints it; only what the suite looks at. */
export interface LoggedNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Join Type'?: string;
  'Index Cond'?: string;
  Filter?: string;
  'Join Filter'?: string;
  'Actual Rows'?: number;
  'Actual Loops'?: number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Join Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  'Shared Hit Blocks'?: number;
  'Shared Read Blocks'?: number;
  'Local Hit Blocks'?: number;
  'Local Read Blocks'?: number;
  Plans?: LoggedNode[];
}

/** One execution of one statement. */
export interface LoggedPlan {
  readonly text: string;
  /** Run by a function, a trigger or a constraint inside of another statement. */
  readonly nested: boolean;
  readonly root: LoggedNode;
}

const CHUNK = 1_048_576;
const PLAN = 'plan:\n';
const POLL_MS = 2;
const LIMIT_MS = 30_000;

/** Reads the file of plans of a `PlanServer` piece by piece. */
export class PlanLog {
  private offset = 0;
  private rest = '';
  private marks = 0;

  constructor(
    private readonly file: string,
    /** A connection of the same server. */
    private readonly sql: Sql,
  ) {}

  /** The plans of all statements that ended since the last call. */
  async take(): Promise<LoggedPlan[]> {
    const mark = `SELECT 'end of part ${++this.marks}'`;
    await this.sql.query(mark);
    const plans: LoggedPlan[] = [];
    const until = Date.now() + LIMIT_MS;
    for (;;) {
      const read = (await this.lines()).map(readPlan).filter((plan) => plan !== null);
      for (const plan of read) if (plan.text !== mark) plans.push(plan);
      if (read.some(({ text }) => text === mark)) return plans;
      if (Date.now() > until) throw new Error(`The log of plans does not show: ${mark}`);
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }

  private async lines(): Promise<string[]> {
    const file = await open(this.file);
    try {
      for (;;) {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(CHUNK), 0, CHUNK, this.offset);
        if (bytesRead === 0) break;
        this.offset += bytesRead;
        this.rest += buffer.toString('latin1', 0, bytesRead); // statements of the suite are ASCII
      }
    } finally {
      await file.close();
    }
    const lines = this.rest.split('\n');
    this.rest = lines.pop() ?? '';
    return lines;
  }
}

function readPlan(line: string): LoggedPlan | null {
  const { message, context } = JSON.parse(line) as { message?: string; context?: string };
  const at = message?.indexOf(PLAN) ?? -1;
  if (message === undefined || at < 0) return null;
  const { 'Query Text': text, Plan: root } = JSON.parse(message.slice(at + PLAN.length)) as {
    'Query Text': string;
    Plan: LoggedNode;
  };
  return { text: text.replaceAll(/\s+/g, ' ').trim(), nested: context !== undefined, root };
}
