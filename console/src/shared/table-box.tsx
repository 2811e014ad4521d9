import type { ReactNode } from 'react';

/** A box for a table that may be wider than the page; it scrolls by itself, also by keyboard. */
export function TableBox({ label, children }: { label: string; children: ReactNode }): ReactNode {
  return (
    <div className="table-box" role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
