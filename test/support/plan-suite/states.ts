import { WorkspaceClient } from '../workspace-client';
import type { PlanBench } from './bench';
import { declareTypes, fillRecords, fillTypes } from './fill-records';

/**
 * Records of each resource that an operation of the smaller run is about; the larger run has twice
 * as many.
 */
export const ROWS = 400;

/** What the database holds and what Postgres knows of it when the operations begin. */
export interface StatisticalState {
  readonly name: string;
  /** Records of each resource in the workspaces beside the one under test. */
  readonly others: readonly number[];
  /** Records that the workspace under test has already. */
  readonly own: number;
  /** Records of a workspace that was filled since the statistics were gathered. */
  readonly since: number;
  /** Records of a workspace that is filled before lists are read. */
  readonly late: number;
  /** When ANALYZE runs; never afterwards. */
  readonly analyzed: 'never' | 'empty' | 'others' | 'all';
}

/** The states, for operations about `rows` rows. */
export const statesFor = (rows: number): readonly StatisticalState[] => {
  const shared = [rows / 5, rows / 2, rows];
  return [
    { name: 'never analysed', others: shared, own: 0, since: 0, late: 8_000, analyzed: 'never' },
    { name: 'analysed while empty', others: shared, own: 0, since: 0, late: 8_000, analyzed: 'empty' },
    {
      name: 'analysed with only other workspaces',
      others: shared,
      own: 0,
      since: 0,
      late: 8_000,
      analyzed: 'others',
    },
    {
      name: 'analysed, this workspace has 90 %',
      others: [rows / 5, rows / 5],
      own: 4 * rows,
      since: 0,
      late: 0,
      analyzed: 'all',
    },
    {
      name: 'analysed, another workspace has 90 %',
      others: [9 * rows],
      own: rows,
      since: 0,
      late: 0,
      analyzed: 'all',
    },
    {
      name: 'stale: analysed, then 20 times the rows',
      others: [rows],
      own: rows / 20,
      since: 20 * rows,
      late: 0,
      analyzed: 'all',
    },
  ];
};

/** The workspace under test. */
export interface Subject {
  readonly client: WorkspaceClient;
  readonly workspaceId: string;
}

/** Brings the empty database of a bench into a state; returns the workspace under test. */
export async function enter(bench: PlanBench, state: StatisticalState): Promise<Subject> {
  const { database } = bench.app;
  await bench.reset();
  bench.state = state.name;
  if (state.analyzed === 'empty') await database.query('ANALYZE');
  for (const count of state.others) await makeOther(bench, count);
  if (state.analyzed === 'others') await database.query('ANALYZE');
  const subject = await make(bench, state.own);
  if (state.analyzed === 'all') await database.query('ANALYZE');
  if (state.since > 0) await makeOther(bench, state.since);
  return subject;
}

/** Another workspace, with so many records of each resource and hundreds of types. */
export async function makeOther(bench: PlanBench, count: number): Promise<void> {
  const { workspaceId } = await make(bench, count);
  await fillTypes(bench.app.database, workspaceId);
}

let made = 0;

async function make({ app }: PlanBench, count: number): Promise<Subject> {
  const client = await WorkspaceClient.create(app, `plans-${++made}`);
  client.pollMs = 20;
  await declareTypes(client);
  const { id: workspaceId } = await client.get<{ id: string }>('');
  await fillRecords(app.database, workspaceId, count);
  return { client, workspaceId };
}
