/** One run of a contender. */
export interface Measurement {
  /** From the start to the moment the result is committed. */
  readonly seconds: number;
  /** Peak memory of the client and its processes in bytes; null when it was not measured. */
  readonly peakBytes: number | null;
}

/**
 * The two instances of the application: `fresh` contains only the measured workspace, `aged` also three others, whose
 * statistics were gathered.
 */
export const AGES = ['fresh', 'aged'] as const;
export type Age = (typeof AGES)[number];

/** What is measured, and whose work it is. */
export interface Subject {
  readonly by: string;
  /** On which instance; absent for a peer with tables of its own. */
  readonly age?: Age;
  readonly work: string;
  /** Rows that one run processes. */
  readonly rows: number;
}

/** A program whose run is timed. */
export interface Contender extends Subject {
  /** Restores the state before the run; not timed. */
  readonly prepare?: () => Promise<void>;
  readonly run: () => Promise<Measurement>;
}

/** Contenders that run in this order, each on the result of the one before. */
export type ContenderGroup = readonly Contender[];

/** All runs of one contender. */
export interface Metric extends Subject {
  readonly runs: readonly Measurement[];
}

/** Name of the application in tables. */
export const ALMAGEST = 'Almagest';
