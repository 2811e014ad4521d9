import type { ReactNode } from 'react';
import type { ImportJob } from '../api/dto';
import { formatCount } from '../shared/format';
import './outcome-bar.css';

/** The result of the rows, as a bar and in numbers. */
export function OutcomeBar({ job }: { job: ImportJob }): ReactNode {
  const parts = [
    { name: 'created', count: job.created_count },
    { name: 'updated', count: job.updated_count },
    { name: 'unchanged', count: job.unchanged_count },
    { name: 'failed', count: job.failed_count },
    { name: 'skipped', count: job.skipped_count },
    { name: 'unprocessed', count: job.unprocessed_count },
  ];
  const total = parts.reduce((sum, { count }) => sum + (count ?? 0), 0);
  let from = 0;
  const bars = parts.map(({ name, count }) => {
    const bar = { name, from, width: total === 0 ? 0 : ((count ?? 0) / total) * 100 };
    from += bar.width;
    return bar;
  });
  return (
    <div className="outcome">
      <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        {bars.map((bar) => (
          <rect key={bar.name} className={`part ${bar.name}`} x={bar.from} width={bar.width} height="6" />
        ))}
      </svg>
      <dl>
        {parts.map(({ name, count }) => (
          <div key={name} className={`part ${name}`}>
            <dt>{name}</dt>
            <dd>{count === null ? 'not known' : formatCount(count)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
