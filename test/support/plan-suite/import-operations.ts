import type { Upload } from '../workspace-client';
import type { PlanBench } from './bench';
import { csvOf, idsSql, IMPORTABLES, type Importable } from './importables';
import type { Subject } from './states';

/** Ranges in which the imports under `continue` are applied. */
const RANGES = 4;
/** More rows than any file here has: such an import is one range. */
const ONE_RANGE = 20_000;

type Way = Pick<Upload, 'on_error' | 'identifier_column' | 'dry_run' | 'format'>;

/**
 * Imports files of about `rows` records of each resource; `thorough`: in every way that sends other
 * statements, else in those that write the most.
 */
export async function runImports(
  bench: PlanBench,
  subject: Subject,
  rows: number,
  thorough: boolean,
): Promise<void> {
  for (const importable of IMPORTABLES) {
    const run = new ImportsOf(bench, subject, importable);
    const first = csvOf(importable, 0, rows, 'New');
    const second = csvOf(importable, rows, rows * 1.5, 'New');
    await run.one('new rows, abort', first, {});
    await run.one('the same again, abort', first, {});
    await run.one('new rows out of order, continue', shuffled(second), { on_error: 'continue' });
    await run.one('changed rows out of order, continue', shuffled(csvOf(importable, 0, rows, 'Other')), {
      on_error: 'continue',
    });
    await run.one('changed rows by id, continue', await run.byId(rows), {
      on_error: 'continue',
      identifier_column: 'id',
    });
    if (thorough) await importInOtherWays(run, importable, first, rows);
  }
}

async function importInOtherWays(
  run: ImportsOf,
  importable: Importable,
  first: readonly string[],
  rows: number,
): Promise<void> {
  await run.one('the same again, continue', first, { on_error: 'continue' });
  await run.one('changed rows, abort', csvOf(importable, 0, rows, 'Changed'), {});
  await run.one(
    'rows given twice, continue',
    [...first, ...first.slice(1)],
    { on_error: 'continue' },
    first.length - 1,
  );
  await run.one('changed rows, a dry run', first, { dry_run: true });
  await run.one('some columns in NDJSON, continue', run.mixed(rows), {
    on_error: 'continue',
    format: 'ndjson',
  });
  if (importable.columns.includes('isin')) {
    const byField = first.map((line) => line.replace('New', 'By field'));
    await run.one('changed rows by a custom field, abort', byField, { identifier_column: 'isin' });
    const renamed = first.map((line) => line.replace(/^a/, 'b'));
    await run.one('names changed by a custom field, continue', renamed, {
      identifier_column: 'isin',
      on_error: 'continue',
    });
    await run.one('names changed back, abort', first, { identifier_column: 'isin' });
  }
  if (importable.resource === 'market_listing_suspensions') {
    const overlapping = first.map((line) =>
      line.replace('2024-01-01,2024-01-02', '2024-01-01T12:00:00Z,2024-01-03'),
    );
    await run.one('rows that overlap, continue', overlapping, { on_error: 'continue' }, first.length - 1);
  }
}

class ImportsOf {
  constructor(
    private readonly bench: PlanBench,
    private readonly subject: Subject,
    private readonly importable: Importable,
  ) {}

  /** Imports one file, of which `failed` rows must fail. */
  async one(name: string, lines: readonly string[], way: Way, failed = 0): Promise<void> {
    const { resource } = this.importable;
    const rows = lines.length - (way.format === 'ndjson' ? 0 : 1);
    this.bench.batchRows = way.on_error === 'continue' ? Math.ceil(rows / RANGES) : ONE_RANGE;
    const wanted = way.identifier_column === 'isin' ? Math.max(rows, await this.records()) : rows;
    const operation = { group: 'imports', resource, name, wanted } as const;
    await this.bench.run(operation, async () => {
      const file = `${lines.join('\n')}\n`;
      const name = `file.${way.format ?? 'csv'}`;
      const job = await this.subject.client.import({ file, name, resource_type: resource, ...way });
      const { status, row_count, failed_count, errors } = job;
      if (status !== 'completed' || row_count !== rows || failed_count !== failed)
        throw new Error(JSON.stringify({ status, row_count, failed_count, errors: errors.slice(0, 1) }));
    });
  }

  /** Records of the resource in the workspace. */
  private async records(): Promise<number> {
    const path = `/${this.importable.resource.replaceAll('_', '-')}/count`;
    return (await this.subject.client.post<{ count: number }>(path, {})).count;
  }

  /** Some records by their ids, with another content. */
  async byId(rows: number): Promise<string[]> {
    const { resource, content } = this.importable;
    const text = content === 'value' || content === 'open' ? '9.25' : 'By id';
    const { bench, subject } = this;
    const found = await bench.app.database.query<{ id: string }>(idsSql(resource), [
      subject.workspaceId,
      rows,
    ]);
    return [`id,${content}`, ...found.map(({ id }) => `${id},${text}`)];
  }

  /** NDJSON in which every other record leaves out the column that changes. */
  mixed(rows: number): string[] {
    const { columns, content } = this.importable;
    const [, ...lines] = csvOf(this.importable, 0, rows, 'Mixed');
    return lines.map((line, at) => {
      const cells = line.split(',').map((cell, column) => [columns[column] ?? '', cell] as const);
      return JSON.stringify(Object.fromEntries(cells.filter(([name]) => at % 2 === 0 || name !== content)));
    });
  }
}

/** The lines behind the header in another order, always the same. */
function shuffled([header = '', ...lines]: readonly string[]): string[] {
  const step = 7_919; // a prime, so that every line is met once
  return [header, ...lines.map((_, at) => lines[(at * step) % lines.length] ?? '')];
}
