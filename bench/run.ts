import { writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { SECTIONS } from './cases/sections';
import { readOptions } from './options';
import { describeMachine } from './report/machine';
import type { Report } from './report/report';
import { writeReport } from './report/write-report';
import { withWorkbench } from './workbench';

const RESULTS = join(__dirname, 'RESULTS.md');

/** Runs the benchmark and prints the results; a full run writes them to RESULTS.md. */
async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const [load = 0] = loadavg();
  const only = options.only?.toLowerCase() ?? '';
  const wanted = SECTIONS.filter(({ title }) => title.toLowerCase().includes(only));
  const text = await withWorkbench(options, async (bench) => {
    const machine = await describeMachine(bench.peers, options, load);
    const sections: { title: string; report: Report }[] = [];
    for (const { title, run } of wanted) {
      bench.print(`\n${title}`);
      sections.push({ title, report: await run(bench) });
    }
    return writeReport({ machine, idleBytes: bench.fresh.idleBytes, sections }, RESULTS);
  });
  console.log(`\n${text}`);
  if (options.counts) await writeFile(RESULTS, text);
  else console.log('Not the full run: bench/RESULTS.md is unchanged.');
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
