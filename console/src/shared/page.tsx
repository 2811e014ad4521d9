import { useEffect, useRef, type ReactNode } from 'react';

/** A page with its heading, which takes the focus after navigation so that a screen reader reads it. */
export function Page({
  title,
  intro,
  children,
}: {
  title: string;
  intro?: ReactNode;
  children: ReactNode;
}): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Almagest`;
    if (document.activeElement !== null && document.activeElement !== document.body) heading.current?.focus();
  }, [title]);
  return (
    <main id="main" className="page">
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {intro !== undefined && <p className="muted intro">{intro}</p>}
      {children}
    </main>
  );
}
