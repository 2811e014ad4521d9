import { existsSync } from 'node:fs';
import { PlanBench } from './support/plan-suite/bench';
import { runExports } from './support/plan-suite/export-operations';
import { runImports } from './support/plan-suite/import-operations';
import {
  checkBuffers,
  classifyRows,
  type Measured,
  type Operation,
} from './support/plan-suite/check-operation';
import { DEBIAN_15, startPlanServer, type PlanServer } from './support/plan-suite/plan-server';
import { runReads } from './support/plan-suite/read-operations';
import { runRecords } from './support/plan-suite/record-operations';
import { describeViolations, nameOf } from './support/plan-suite/report';
import { enter, makeOther, ROWS, statesFor } from './support/plan-suite/states';

/**
 * One state takes minutes; a busy machine many of them. What is cut off in the middle would spoil
 * the next state.
 */
jest.setTimeout(3_600_000);

/**
 * Statements that the operations are known to send, in each state; fewer would mean that some were
 * not looked at.
 */
const KNOWN_STATEMENTS = 880;

const SERVERS = [
  { name: 'the embedded PostgreSQL', bin: null },
  { name: 'PostgreSQL 15', bin: DEBIAN_15 },
].filter(({ bin }) => bin === null || existsSync(bin));
if (SERVERS.length === 1)
  console.log(`PostgreSQL 15 is not in ${DEBIAN_15}: plans are checked on the embedded one only.`);

/** `PLAN_SUITE_STATES=stale,empty` runs the states whose names hold one of these words. */
const words = (process.env.PLAN_SUITE_STATES ?? '').split(',');
const NAMES = statesFor(ROWS)
  .map(({ name }) => name)
  .filter((name) => words.some((word) => name.includes(word)));

describe.each(SERVERS)('Plans on $name', ({ bin }) => {
  let server: PlanServer;
  let bench: PlanBench;
  let statements = 0;
  beforeAll(async () => {
    server = await startPlanServer(bin);
    bench = await PlanBench.start(server);
  });
  afterAll(async () => {
    await bench.app.stop();
    await server.stop();
  });

  describe.each(NAMES)('%s', (name) => {
    /** Each operation over some rows, and then over twice as many. */
    const runs: Measured[][] = [];
    const failures: string[] = [];

    beforeAll(async () => {
      for (const rows of [ROWS, 2 * ROWS]) {
        const state = statesFor(rows).find((candidate) => candidate.name === name);
        if (state === undefined) throw new Error(`There is no state ${name}.`);
        const thorough = rows > ROWS;
        const subject = await enter(bench, state);
        await runImports(bench, subject, rows, thorough);
        await runRecords(bench, subject);
        await runExports(bench, subject);
        if (state.late > 0) await makeOther(bench, state.late);
        await runReads(bench, subject, thorough);
        runs.push([...bench.measured]);
        failures.push(...bench.failures.map(({ operation, message }) => `${nameOf(operation)}: ${message}`));
      }
      const texts = runs.flat().flatMap((measured) => [...measured.statements.keys()]);
      statements += new Set(texts).size;
    });

    it('every operation does what it should', () => {
      expect(failures).toEqual([]);
    });

    it.each<Operation['group']>(['imports', 'exports', 'reads', 'single records'])(
      '%s visit few rows more than are wanted',
      (group) => {
        const measured = runs.flat().filter(({ operation }) => operation.group === group);
        const found = measured.flatMap(classifyRows);
        expect(describeViolations(found, `${server.version}, ${name}`)).toEqual([]);
        expect(measured.length).toBeGreaterThan(0);
      },
    );

    it('buffers grow no faster than rows', () => {
      const [once = [], twice = []] = runs;
      const before = new Map(once.map((measured) => [nameOf(measured.operation), measured]));
      const found = twice.flatMap((measured) => {
        const half = before.get(nameOf(measured.operation));
        return half === undefined ? [] : checkBuffers(half, measured);
      });
      expect(describeViolations(found, `${server.version}, ${name}`)).toEqual([]);
    });
  });

  it('looks at every statement in every state', () => {
    console.log(`PostgreSQL ${server.version}: ${statements} statements × states`);
    expect(statements).toBeGreaterThanOrEqual(KNOWN_STATEMENTS * NAMES.length);
  });
});
