import type { Installation } from './installation';

/**
 * When something happened to a worker process, in milliseconds since 1970; Postgres runs by the
 * same clock.
 */
export interface Incident {
  pid: number;
  at: number;
}

/** Lets the database note each claim and takeover at the moment it is written. */
export async function watchLeases(installation: Installation): Promise<void> {
  await installation.query(`
    CREATE TABLE lease_log (seq bigserial, job_id uuid, attempt integer, worker text, at timestamptz)`);
  await installation.query(`
    CREATE FUNCTION log_lease() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
    BEGIN
      INSERT INTO public.lease_log (job_id, attempt, worker, at)
      VALUES (NEW.job_id, NEW.attempt, NEW.worker, clock_timestamp());
      RETURN NULL;
    END $$`);
  await installation.query(`
    CREATE TRIGGER log_lease AFTER INSERT OR UPDATE OF attempt ON job_leases
    FOR EACH ROW EXECUTE FUNCTION log_lease()`);
}

/**
 * Milliseconds from each incident to the moment another worker had each job that the process lost.
 */
export async function takeoverTimes(
  installation: Installation,
  incidents: readonly Incident[],
): Promise<number[]> {
  const rows = await installation.query<{ ms: number }>(
    `SELECT extract(epoch FROM next.at)::float8 * 1000 - incident.at AS ms
     FROM unnest($1::integer[], $2::float8[]) AS incident (pid, at)
     JOIN lease_log lost ON split_part(lost.worker, ':', 2) = incident.pid::text
       AND lost.at < to_timestamp(incident.at / 1000)
     JOIN lease_log next ON next.job_id = lost.job_id AND next.attempt = lost.attempt + 1
       AND next.at >= to_timestamp(incident.at / 1000)`,
    [incidents.map(({ pid }) => pid), incidents.map(({ at }) => at)],
  );
  return rows.map(({ ms }) => ms).sort((a, b) => a - b);
}

/** Claims by another worker after the first, in all. */
export async function countTakeovers(installation: Installation): Promise<number> {
  const [row] = await installation.query<{ count: number }>(
    `SELECT count(*)::integer AS count FROM lease_log WHERE attempt > 1`,
  );
  return row?.count ?? 0;
}

/** The value below which `part` of the sorted times lie; null without any. */
export function quantile(sorted: readonly number[], part: number): number | null {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? null;
}
