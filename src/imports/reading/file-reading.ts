/** What is wrong with a file as a whole. */
export interface FileIssue {
  readonly code: string;
  readonly message: string;
  /** Physical line at which it was met. */
  readonly line: number | null;
}

/** How far the reading of a file is, and how it ended. */
export interface FileReading {
  /** Number of the last row that was read. */
  lastRow: number;
  /** What is wrong with the file as a whole; the rows before it were read. */
  fileError: FileIssue | null;
  /** Row errors so far; at their limit reading stops. */
  errors: number;
  /** The end of the file was seen. */
  whole: boolean;
}

export const newReading = (): FileReading => ({
  lastRow: 0,
  fileError: null,
  errors: 0,
  whole: false,
});
