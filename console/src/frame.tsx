import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { Link, useLocation } from 'wouter';
import { useSession } from './session/use-session';
import './frame.css';

const LINKS = [
  { href: '/', label: 'Overview' },
  { href: '/import', label: 'Import' },
  { href: '/export', label: 'Export' },
  { href: '/explore', label: 'Explore' },
  { href: '/calendars', label: 'Calendars' },
  { href: '/types', label: 'Types' },
] as const;

/** The frame of every page: the workspace and the navigation. */
export function Frame({ children }: { children: ReactNode }): ReactNode {
  const { session, signOut } = useSession();
  const [path] = useLocation();
  const isHere = (href: string): boolean => (href === '/' ? path === '/' : path.startsWith(href));
  return (
    <>
      <a className="skip" href="#main">
        Skip to the page
      </a>
      <header className="frame">
        <span className="brand">Almagest</span>
        <nav aria-label="Pages">
          <ul>
            {LINKS.map(({ href, label }) => (
              <li key={href}>
                <Link href={href} aria-current={isHere(href) ? 'page' : undefined}>
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <span className="who">
          <span className="muted small">workspace</span> <strong>{session.workspace}</strong>
          <Button className="button quiet" onPress={() => signOut()}>
            Sign out
          </Button>
        </span>
      </header>
      {children}
    </>
  );
}
