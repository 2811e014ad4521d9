import type { ImportJobDto } from '../../src/imports/import-job.dto';
import { WorkspaceClient } from '../support/workspace-client';

/**
 * What became of the PATCHes during an import, by status and code, and how long each kind took at
 * most in milliseconds.
 */
export interface LockedRows {
  importSeconds: { create: number; update: number };
  jobs: readonly ImportJobDto[];
  patches: Map<string, { count: number; slowestMs: number }>;
}

/**
 * Creates `rows` instruments, then changes them all in one `abort` import, which locks each row
 * that it has changed until its end. Meanwhile `parallel` clients PATCH rows all over the file, one
 * after the other.
 */
export async function patchDuringImport(
  url: string,
  token: string,
  slug: string,
  rows: number,
  parallel: number,
): Promise<LockedRows> {
  const client = new WorkspaceClient({ url }, token, slug);
  const upload = async (name: string): Promise<{ job: ImportJobDto; seconds: number }> => {
    const start = performance.now();
    const job = await client.import({
      file: csv(rows, name),
      resource_type: 'instruments',
      on_error: 'abort',
      defaults: { type_id: 'equity' },
    });
    return { job, seconds: (performance.now() - start) / 1_000 };
  };
  const created = await upload('a');
  const patches: LockedRows['patches'] = new Map();
  let open = true;
  const patch = async (turn: number): Promise<void> => {
    for (let n = turn; open; n += 7_919) {
      const start = performance.now();
      const outcome = await patchOne(
        `${url}/v1/workspaces/${slug}/instruments/${identifier(n % rows)}`,
        token,
      );
      const { count, slowestMs } = patches.get(outcome) ?? { count: 0, slowestMs: 0 };
      patches.set(outcome, {
        count: count + 1,
        slowestMs: Math.max(slowestMs, performance.now() - start),
      });
    }
  };
  const patching = Promise.all(Array.from({ length: parallel }, (_, turn) => patch(turn)));
  const updated = await upload('b').finally(() => (open = false));
  await patching;
  return {
    importSeconds: { create: created.seconds, update: updated.seconds },
    jobs: [created.job, updated.job],
    patches,
  };
}

async function patchOne(url: string, token: string): Promise<string> {
  const response = await fetch(url, {
    method: 'PATCH',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: '{"name":"patched"}',
  });
  const { code = '' } = (await response.json()) as { code?: string };
  return `${response.status} ${code}`.trim();
}

const identifier = (n: number): string => `i${n.toString().padStart(7, '0')}`;

/** At most 13 bytes a row, so that 5,000,000 rows fit into one file. */
function csv(rows: number, name: string): Buffer {
  const lines = ['identifier,name\n'];
  for (let n = 0; n < rows; n++) lines.push(`${identifier(n)},${name}\n`);
  return Buffer.from(lines.join(''));
}
