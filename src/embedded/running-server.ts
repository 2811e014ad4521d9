/** A server that runs under the guard. */
export interface RunningServer {
  url: string;
  /** One line for the operator: what it is and where its data are. */
  describe: string;
  /** Folder the server runs in; null when it lives inside the guard. */
  folder: string | null;
  stop: () => Promise<void>;
}
