import { useEffect, useState } from 'react';
import type { ExportJob, ImportJob } from '../api/dto';
import { followJob } from '../api/follow-job';
import { useSession } from '../session/use-session';

interface JobOf {
  imports: ImportJob;
  exports: ExportJob;
}

/** A job as it is now, for as long as the page is open; `id` null: none yet. */
export function useJob<Kind extends keyof JobOf>(
  kind: Kind,
  id: string | null,
): { job: JobOf[Kind] | null; problem: unknown } {
  const { session } = useSession();
  const [job, setJob] = useState<JobOf[Kind] | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  useEffect(() => {
    setJob(null);
    setProblem(null);
    if (id === null) return undefined;
    const left = new AbortController();
    followJob(session, kind, id, setJob, left.signal).catch((error: unknown) => {
      if (!left.signal.aborted) setProblem(error);
    });
    return () => left.abort();
  }, [session, kind, id]);
  return { job: job?.id === id ? job : null, problem };
}
