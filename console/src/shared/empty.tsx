import type { ReactNode } from 'react';

/** Stands where there is nothing to show, and says what to do about it. */
export const Empty = ({ children }: { children: ReactNode }): ReactNode => (
  <p className="empty muted">{children}</p>
);
