/** A table of results. */
export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A goal and its measurement. */
export interface Goal {
  readonly work: string;
  readonly measured: number;
  readonly aim: number;
  /** Whether the aim is an upper or a lower limit. */
  readonly kind: 'at most' | 'at least';
  readonly unit: '×' | 'MB' | 'ms';
}

/** The result of one section of the benchmark. */
export interface Report {
  readonly table: Table;
  readonly goals: readonly Goal[];
  /** Details of the measurement. */
  readonly notes: readonly string[];
  /** Peak bytes of all processes of Almagest in all runs of the section. */
  readonly peakBytes: number;
}

/** A section of the benchmark; each can run alone. */
export interface Section<Bench> {
  readonly title: string;
  readonly run: (bench: Bench) => Promise<Report>;
}
