import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readCsv } from '../support/read-csv';
import type { Installation } from './installation';
import type { SerializationKey } from './serialization-key';

/**
 * Checks exports of the instruments of a serialization key: whole, each record once, and under
 * `abort` a state between two imports.
 */
export async function checkExports(
  installation: Installation,
  serializationKey: SerializationKey,
  ids: readonly string[],
): Promise<string[]> {
  const wrong: string[] = [];
  for (const id of ids) {
    const [job] = await installation.query<{
      status: string;
      blob_key: string | null;
      sha256: string;
      row_count: string;
      error: { code: string } | null;
    }>(`SELECT status, blob_key, sha256, row_count, error FROM export_jobs WHERE id = $1`, [id]);
    if (job?.status !== 'completed' || job.blob_key === null) {
      wrong.push(`export ${id} of ${serializationKey.name}: ${job?.status} ${JSON.stringify(job?.error)}`);
      continue;
    }
    const bytes = await readFile(join(installation.dataDir, 'files', job.blob_key));
    const [header = [], ...records] = readCsv(bytes.toString());
    const cell = (record: string[], column: string): string => record[header.indexOf(column)] ?? '';
    const state = new Map(
      records
        .filter((record) => cell(record, 'identifier').startsWith('i'))
        .map((record) => [cell(record, 'identifier'), `${cell(record, 'name')}|${cell(record, 'rank')}`]),
    );
    const issues = [
      createHash('sha256').update(bytes).digest('hex') !== job.sha256 && 'another hash than its file',
      Number(job.row_count) !== records.length && 'another number of rows than its file',
      new Set(records.map((record) => cell(record, 'identifier'))).size !== records.length &&
        'a record twice',
      serializationKey.kind.only === 'abort' &&
        !serializationKey.model.history.some((past) => isSame(past, state)) &&
        'a mixed state',
    ];
    wrong.push(
      ...issues.flatMap((issue) =>
        issue === false ? [] : [`export ${id} of ${serializationKey.name} has ${issue}`],
      ),
    );
  }
  return wrong;
}

const isSame = (a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean =>
  a.size === b.size && [...a].every(([key, content]) => b.get(key) === content);
