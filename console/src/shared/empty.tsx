import type { ReactNode } from 'react';

/** Shown when there is no data; says what to do. */
export const Empty = ({ children }: { children: ReactNode }): ReactNode => (
  <p className="empty muted">{children}</p>
);
