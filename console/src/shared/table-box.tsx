import type { ReactNode } from 'react';

/** Room for a table that may be wider than the page: it scrolls alone, also by keys. */
export function TableBox({ label, children }: { label: string; children: ReactNode }): ReactNode {
  return (
    <div className="table-box" role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
