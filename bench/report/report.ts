/** A table of results. */
export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A figure that was asked for beside the one that was measured. */
export interface Goal {
  readonly work: string;
  readonly measured: number;
  readonly aim: number;
  /** Whether the aim is the most or the least that is wanted. */
  readonly kind: 'at most' | 'at least';
  readonly unit: '×' | 'MB' | 'ms';
}

/** What one section of the benchmark found out. */
export interface Report {
  readonly table: Table;
  readonly goals: readonly Goal[];
  /** How it was measured, where the table does not say so. */
  readonly notes: readonly string[];
  /** Most bytes that all processes of Almagest had, in any run of the section. */
  readonly peakBytes: number;
}

/** A part of the benchmark that can run alone. */
export interface Section<Bench> {
  readonly title: string;
  readonly run: (bench: Bench) => Promise<Report>;
}
