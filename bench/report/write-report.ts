import { format, resolveConfig } from 'prettier';
import { printCount, printRatio } from './print-number';
import type { Goal, Report, Table } from './report';

/** All results of a run. */
export interface Results {
  readonly machine: Table;
  /** Resident bytes of all idle processes of Almagest. */
  readonly idleBytes: number;
  readonly sections: readonly { readonly title: string; readonly report: Report }[];
}

const MB = 1_000_000;
const MEMORY_AIM_MB = 300;

/** The results as Markdown, formatted by the Prettier settings for `path`. */
export async function writeReport(results: Results, path: string): Promise<string> {
  const goals = [...results.sections.flatMap(({ report }) => report.goals), ...memoryGoal(results)];
  const text = [
    '# Results of the benchmark',
    'Written by `npm run bench`. Medians; a ratio compares measurements of this run. "fresh" is an instance with one workspace, "aged" one with three other workspaces and their statistics; a ratio to a peer uses the aged instance. "peak MB" adds up the peaks of all processes of the client, without Postgres.',
    markdownTable(results.machine),
    '## Goals',
    markdownTable({ head: ['work', 'measured', 'goal', ''], rows: goals.map(rowOf) }),
    ...results.sections.flatMap(({ title, report }) => [
      `## ${title}`,
      markdownTable(report.table),
      ...report.notes,
    ]),
  ].join('\n\n');
  return format(text, { ...(await resolveConfig(path)), filepath: path });
}

function memoryGoal({ sections, idleBytes }: Results): Goal[] {
  const peak = Math.max(...sections.map(({ report }) => report.peakBytes));
  if (peak <= 0) return [];
  return [
    {
      work: `peak memory over ${printCount(idleBytes / MB)} MB at rest, any import or export above`,
      measured: (peak - idleBytes) / MB,
      aim: MEMORY_AIM_MB,
      kind: 'at most',
      unit: 'MB',
    },
  ];
}

function rowOf({ work, measured, aim, kind, unit }: Goal): string[] {
  const reached = kind === 'at most' ? measured <= aim : measured >= aim;
  const sign = kind === 'at most' ? '≤' : '≥';
  return [
    work,
    `${printRatio(measured)} ${unit}`,
    `${sign} ${aim} ${unit}`,
    reached ? 'reached' : 'not reached',
  ];
}

function markdownTable({ head, rows }: Table): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
