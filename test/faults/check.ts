import type { Installation } from './installation';
import type { SerializationKey, PlannedImport } from './serialization-key';

/** An import that was accepted. */
export interface SentImport {
  id: string;
  plan: PlannedImport;
}

interface JobRow {
  status: string;
  attempt: number;
  row_count: number | null;
  processed_count: number;
  created_count: number;
  updated_count: number;
  unchanged_count: number;
  failed_count: number;
  error_count: number;
  unprocessed_count: number | null;
  report: string[] | null;
  numbers: number[] | null;
}

/**
 * Compares what the imports of a serialization key left with what one after the other would have:
 * every counter, every error once, every record. Returns what is wrong, as sentences. The imports
 * are all of the serialization key since its model was last compared, in order.
 */
export async function checkSerializationKey(
  installation: Installation,
  serializationKey: SerializationKey,
  sent: readonly SentImport[],
): Promise<string[]> {
  const wrong: string[] = [];
  for (const one of sent) wrong.push(...(await checkJob(installation, one)));
  const actual = await serializationKey.readState({
    query: async (text: string, values: unknown[]) => ({ rows: await installation.query(text, values) }),
  } as Parameters<SerializationKey['readState']>[0]);
  const { state } = serializationKey.model;
  for (const key of new Set([...actual.keys(), ...state.keys()])) {
    if (actual.get(key) === state.get(key)) continue;
    wrong.push(`${serializationKey.name}: ${key} holds ${actual.get(key)}, not ${state.get(key)}`);
  }
  serializationKey.model.state = actual; // one fault is reported once
  return wrong;
}

async function checkJob(installation: Installation, { id, plan }: SentImport): Promise<string[]> {
  const [job] = await installation.query<JobRow & Record<string, unknown>>(
    `SELECT job.*, error.report, error.numbers FROM import_jobs job LEFT JOIN LATERAL (
       SELECT array_agg(coalesce("row"::text, 'null') || ':' || code ORDER BY seq) AS report,
              array_agg(seq ORDER BY seq) AS numbers
       FROM import_row_errors WHERE job_id = job.id) error ON true WHERE job.id = $1`,
    [id],
  );
  const name = `${plan.serializationKey.name} ${plan.onError} ${id}`;
  if (job === undefined) return [`${name}: the job is gone`];
  const { status, report, numbers } = job;
  if (status !== 'completed' && status !== 'failed' && status !== 'cancelled') {
    return [`${name}: still ${status} at attempt ${job.attempt}`];
  }
  const expected = plan.serializationKey.model.apply(plan, { status, processed: job.processed_count });
  const { created, updated, unchanged, failed } = expected.counts;
  const processed = created + updated + unchanged + failed;
  const whole = expected.status === 'completed' || expected.status === 'failed';
  const rowCount = whole || job.row_count !== null ? plan.rows.length : null;
  const wanted = {
    ...{ status: expected.status, row_count: rowCount, processed_count: processed },
    ...{ created_count: created, updated_count: updated, unchanged_count: unchanged, failed_count: failed },
    ...{
      error_count: expected.errors.length,
      unprocessed_count: rowCount === null ? null : rowCount - processed,
    },
    report: expected.errors.join(),
    numbers: expected.errors.map((_, index) => index + 1).join(),
  };
  const found = { ...job, report: (report ?? []).join(), numbers: (numbers ?? []).join() };
  const wrong = Object.entries(wanted).flatMap(([column, value]) => {
    const real = (found as Record<string, unknown>)[column];
    return real === value ? [] : [`${name}: ${column} is ${cut(real)}, not ${cut(value)}`];
  });
  const more = (report ?? []).filter((error) => !expected.errors.includes(error));
  if (more.length > 0)
    wrong.push(`${name}, attempt ${job.attempt}: ${more.length} errors more: ${cut(more.join())}`);
  return wrong;
}

const cut = (value: unknown): string => String(value).slice(0, 120);
