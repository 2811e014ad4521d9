import type { Session } from '../api/request';

const KEY = 'almagest.session';

/** The session of this tab. It is gone when the tab is closed, and never in a URL. */
export const sessionStore = {
  read(): Session | null {
    try {
      const kept = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Partial<Session> | null;
      if (typeof kept?.workspace !== 'string' || typeof kept.token !== 'string') return null;
      return { workspace: kept.workspace, token: kept.token };
    } catch {
      return null; // somebody else wrote there
    }
  },
  keep(session: Session): void {
    sessionStorage.setItem(KEY, JSON.stringify(session));
  },
  forget(): void {
    sessionStorage.removeItem(KEY);
  },
};
