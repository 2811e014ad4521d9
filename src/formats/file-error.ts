/** What is wrong with a file as a whole; reading stops here. `code` is stable and listed in the docs. */
export class FileError extends Error {
  constructor(
    readonly code: string,
    message: string,
    /** Physical line, from 1, where it was met. */
    readonly line: number | null = null,
  ) {
    super(message);
  }
}
