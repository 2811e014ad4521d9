import type { Sql, SqlParameter } from '../../src/database/sql';

/** A node of a plan, as EXPLAIN (FORMAT JSON) prints it; only what tests look at. */
export interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Plan Rows': number;
  'Actual Rows'?: number;
  'Actual Loops'?: number;
  Plans?: PlanNode[];
}

/** Runs a statement under EXPLAIN ANALYZE and returns every node of its plan. */
export async function explain(
  sql: Sql,
  text: string,
  params: readonly SqlParameter[] = [],
): Promise<PlanNode[]> {
  const [row] = await sql.query<{ 'QUERY PLAN': string }>(
    `EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${text}`,
    params,
  );
  const [{ Plan }] = JSON.parse(row?.['QUERY PLAN'] ?? '[]') as [{ Plan: PlanNode }];
  return nodesOf(Plan);
}

const nodesOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

/** One statement that somebody sent. */
export interface SentStatement {
  readonly text: string;
  readonly params: readonly SqlParameter[];
}

/** Passes statements on and keeps them. */
export class RecordingSql implements Sql {
  readonly sent: SentStatement[] = [];

  constructor(private readonly sql: Sql) {}

  query<Row extends object>(text: string, params: readonly SqlParameter[] = []): Promise<Row[]> {
    this.sent.push({ text, params });
    return this.sql.query<Row>(text, params);
  }
}
