/** One run of a contender. */
export interface Measurement {
  /** From the start to the moment the result is committed. */
  readonly seconds: number;
  /** Most memory of the client and its processes; null when it was not taken. */
  readonly peakBytes: number | null;
}

/**
 * The two instances of the application: `fresh` holds one workspace and nothing else, `aged` three other workspaces and
 * their statistics beside the one that is measured.
 */
export const AGES = ['fresh', 'aged'] as const;
export type Age = (typeof AGES)[number];

/** What is measured, and of whom. */
export interface Subject {
  readonly by: string;
  /** On which instance; absent for a peer with tables of its own. */
  readonly age?: Age;
  readonly work: string;
  /** Rows that one run deals with. */
  readonly rows: number;
}

/** Somebody who does a piece of work, to be timed. */
export interface Contender extends Subject {
  /** Makes the ground even; not timed. */
  readonly prepare?: () => Promise<void>;
  readonly run: () => Promise<Measurement>;
}

/** Contenders of which each finds what the one before it left. */
export type SerializationKey = readonly Contender[];

/** All runs of one contender. */
export interface Metric extends Subject {
  readonly runs: readonly Measurement[];
}

/** How the application calls itself in tables. */
export const ALMAGEST = 'Almagest';
