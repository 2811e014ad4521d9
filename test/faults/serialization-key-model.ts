/** One row of a planned file, as the serial model sees it. */
export interface PlannedRow {
  /** Natural key. */
  key: string;
  /** What the record holds afterwards, as `readState` of the serialization key would print it. */
  content: string;
  /** Code of what is wrong with the row itself. */
  issue: string | null;
}

export interface PlannedFile {
  onError: 'abort' | 'continue';
  dryRun: boolean;
  rows: readonly PlannedRow[];
}

/** How the job says that it ended. */
export interface Ending {
  status: 'completed' | 'failed' | 'cancelled';
  /** Rows that were dealt with, when it stopped before the end of the file. */
  processed: number;
}

/** What the job row and the report must say. */
export interface Expected {
  status: Ending['status'];
  counts: { created: number; updated: number; unchanged: number; failed: number };
  /** `row:code` in the order of the report. */
  errors: string[];
}

/**
 * What one serialization key (workspace, resource type) holds when its imports take effect one
 * after the other.
 */
export class SerializationKeyModel {
  state = new Map<string, string>();
  /** Every state that the serialization key was ever in, for snapshots taken meanwhile. */
  readonly history: Map<string, string>[] = [new Map()];

  /** Lets a file take effect as far as its job got, and returns what the job must say. */
  apply(file: PlannedFile, ending: Ending): Expected {
    const stopped = ending.status === 'cancelled';
    const classified = this.classifier(stopped ? file.rows.slice(0, ending.processed) : file.rows);
    const refused = file.onError === 'abort' && classified.errors.length > 0;
    if (file.onError === 'abort' && (stopped || refused)) {
      const none = { created: 0, updated: 0, unchanged: 0 };
      const errors = stopped ? [] : classified.errors;
      const failed = stopped ? 0 : classified.counts.failed;
      return {
        status: stopped ? ending.status : 'failed',
        counts: { ...none, failed },
        errors,
      };
    }
    if (!file.dryRun) {
      this.state = classified.state;
      this.history.push(classified.state);
    }
    return {
      status: stopped ? ending.status : 'completed',
      counts: classified.counts,
      errors: classified.errors,
    };
  }

  private classifier(rows: readonly PlannedRow[]): {
    state: Map<string, string>;
    counts: Expected['counts'];
    errors: string[];
  } {
    const state = new Map(this.state);
    const counts = { created: 0, updated: 0, unchanged: 0, failed: 0 };
    const errors: string[] = [];
    const seen = new Set<string>();
    for (const [index, { key, content, issue }] of rows.entries()) {
      const code = issue ?? (seen.has(key) ? 'duplicate_row' : null);
      if (code !== null) {
        errors.push(`${index + 1}:${code}`);
        counts.failed++;
        continue;
      }
      seen.add(key);
      const before = state.get(key);
      counts[before === undefined ? 'created' : before === content ? 'unchanged' : 'updated']++;
      state.set(key, content);
    }
    return { state, counts, errors };
  }
}
