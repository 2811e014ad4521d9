import type { ReactNode } from 'react';

const MARKS: Readonly<Record<string, string>> = {
  queued: '◌',
  processing: '◐',
  completed: '✓',
  failed: '✕',
  cancelled: '–',
};

/** The state of a job, by word and mark, not by colour alone. `failed`: rows of a completed import that failed. */
export function JobBadge({ status, failed = 0 }: { status: string; failed?: number }): ReactNode {
  const partly = status === 'completed' && failed > 0;
  return (
    <span className={`badge ${partly ? 'partly' : status}`}>
      <span aria-hidden="true">{partly ? '!' : MARKS[status]}</span>{' '}
      {partly ? 'completed with errors' : status}
    </span>
  );
}
