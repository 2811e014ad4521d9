import type { RunAs } from './run-as';

/** What the servers of one guard share. */
export interface ServerContext {
  /** Folder of their data and logs. */
  home: string;
  runAs: RunAs;
  /** Nothing need survive: for tests. */
  temporary: boolean;
  /** Aborted when the app is gone, so that a start under way is given up. */
  signal: AbortSignal;
  /** Told in a sentence when a server cannot be kept running. */
  onLost: (sentence: string) => void;
}
