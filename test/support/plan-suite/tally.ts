import type { LoggedNode, LoggedPlan } from './plan-log';

/**
 * Rows visited by a node: those it passed on and those it read in vain, over all its loops. The
 * inner side of a nested loop is so measured by what it read for all rows of the outer side
 * together.
 */
function visitedBy(node: LoggedNode): number {
  const rows =
    (node['Actual Rows'] ?? 0) +
    (node['Rows Removed by Filter'] ?? 0) +
    (node['Rows Removed by Join Filter'] ?? 0) +
    (node['Rows Removed by Index Recheck'] ?? 0);
  return Math.round(rows * (node['Actual Loops'] ?? 0));
}

/** One node of one statement, over all executions of it within an operation. */
export interface NodeTally {
  readonly node: string;
  visited: number;
}

/** One statement, over all its executions within an operation. */
export interface StatementTally {
  readonly text: string;
  /**
   * Executions that were not part of another statement; of statements about jobs alone, which are
   * few, all of them.
   */
  executions: number;
  /** Rows that it returned. */
  returned: number;
  /** Blocks of shared and local buffers that it hit or read. */
  buffers: number;
  readonly nodes: Map<string, NodeTally>;
}

/** Adds up plans, each statement by its text without its values. */
export function tallyPlans(plans: readonly LoggedPlan[]): Map<string, StatementTally> {
  const statements = new Map<string, StatementTally>();
  for (const { text, nested, root } of plans) {
    if (isAboutCatalog(root)) continue;
    const key = withoutValues(text);
    const tally = statements.get(key) ?? { text, executions: 0, returned: 0, buffers: 0, nodes: new Map() };
    statements.set(key, tally);
    if (!nested || isAboutJobs(root)) tally.executions++;
    tally.returned += Math.round((root['Actual Rows'] ?? 0) * (root['Actual Loops'] ?? 0));
    tally.buffers += buffersOf(root);
    addNodes(tally.nodes, root, '0');
  }
  return statements;
}

/**
 * Literals and lists of parameters differ from execution to execution; the statement is the same.
 */
const withoutValues = (text: string): string =>
  text.replaceAll(/'(?:[^']|'')*'/g, '?').replaceAll(/(?<![\w$])\d+/g, '0');

function buffersOf(node: LoggedNode): number {
  return (
    (node['Shared Hit Blocks'] ?? 0) +
    (node['Shared Read Blocks'] ?? 0) +
    (node['Local Hit Blocks'] ?? 0) +
    (node['Local Read Blocks'] ?? 0)
  );
}

function addNodes(nodes: Map<string, NodeTally>, node: LoggedNode, path: string): void {
  if ((node['Actual Loops'] ?? 0) === 0) return; // not executed
  const shown = show(node);
  const key = `${path} ${shown}`;
  const tally = nodes.get(key) ?? { node: shown, visited: 0 };
  nodes.set(key, tally);
  tally.visited += visitedBy(node);
  for (const [at, child] of (node.Plans ?? []).entries()) addNodes(nodes, child, `${path}.${at}`);
}

function show(node: LoggedNode): string {
  const words = [
    node['Join Type'] === undefined ? node['Node Type'] : `${node['Node Type']} (${node['Join Type']})`,
    node['Index Name'] === undefined ? '' : `using ${node['Index Name']}`,
    node['Relation Name'] === undefined ? '' : `on ${node['Relation Name']}`,
  ];
  for (const name of ['Index Cond', 'Join Filter', 'Filter'] as const) {
    if (node[name] !== undefined) words.push(`[${name}: ${withoutValues(node[name])}]`);
  }
  return words.filter((word) => word !== '').join(' ');
}

/** Tables of Postgres itself do not grow with records. */
function isAboutCatalog(root: LoggedNode): boolean {
  const names = relationsOf(root);
  return names.length > 0 && names.every((name) => name.startsWith('pg_'));
}

const JOBS = ['import_jobs', 'export_jobs', 'job_leases'];

function isAboutJobs(root: LoggedNode): boolean {
  const names = relationsOf(root);
  return names.length > 0 && names.every((name) => JOBS.includes(name));
}

const relationsOf = (node: LoggedNode): string[] => [
  ...(node['Relation Name'] === undefined ? [] : [node['Relation Name']]),
  ...(node.Plans ?? []).flatMap(relationsOf),
];
