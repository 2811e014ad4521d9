import { execFileSync } from 'node:child_process';
import { cpus, release, totalmem, type as systemType } from 'node:os';
import type { Options } from '../options';
import { PSQL } from '../peers/run-steps';
import type { BenchDatabase } from '../server/bench-database';
import type { Table } from './report';

const SETTINGS = [
  'fsync',
  'synchronous_commit',
  'full_page_writes',
  'shared_buffers',
  'max_wal_size',
  'wal_compression',
];
const GIB = 1_073_741_824;

/** The environment of the measurement: machine, versions and settings of the server. */
export async function describeMachine(
  database: BenchDatabase,
  { command, rounds }: Options,
  load: number,
): Promise<Table> {
  const [server] = await database.query<{ version: string }>(
    `SELECT current_setting('server_version') AS version`,
  );
  const settings = await database.query<{ name: string; value: string }>(
    `SELECT name, current_setting(name) AS value FROM pg_settings WHERE name = ANY ($1) ORDER BY name`,
    [SETTINGS],
  );
  const [{ model } = { model: 'unknown' }] = cpus();
  return {
    head: ['', ''],
    rows: [
      ['date', new Date().toISOString().slice(0, 10)],
      ['command', `\`${command}\``],
      ['rounds', String(rounds)],
      ['revision', revision()],
      ['processor', `${cpus().length} × ${model.trim()}`],
      ['memory', `${Math.round(totalmem() / GIB)} GiB`],
      ['system', `${systemType()} ${release()}`],
      ['load before the run', load.toFixed(2)],
      ['Node.js', process.version],
      ['PostgreSQL', server?.version ?? 'unknown'],
      ['settings', settings.map(({ name, value }) => `${name} = ${value}`).join(', ')],
      ['scripts run by', PSQL ?? 'pg and pg-copy-streams'],
    ],
  };
}

/** The measured commit; a plus sign means that files differ from it. */
function revision(): string {
  try {
    const git = (...args: string[]): string => execFileSync('git', args, { encoding: 'utf8' }).trim();
    const changed = git('status', '--porcelain', '--untracked-files=no', 'src', 'migrations') !== '';
    return `${git('rev-parse', '--short', 'HEAD')}${changed ? '+' : ''}`;
  } catch {
    return 'unknown';
  }
}
