import type { ReactNode } from 'react';

const MARKS: Readonly<Record<string, string>> = {
  queued: '◌',
  processing: '◐',
  completed: '✓',
  failed: '✕',
  cancelled: '–',
};

/** The state of a job, by word and mark, not by colour alone. */
export function JobBadge({ status }: { status: string }): ReactNode {
  return (
    <span className={`badge ${status}`}>
      <span aria-hidden="true">{MARKS[status]}</span> {status}
    </span>
  );
}
