/** Which Redis to start: a `redis-server` of the machine, the one in JavaScript, or the first of them that runs. */
export type RedisChoice = 'system' | 'js' | 'any';

/** What the embedded servers need to know. */
export interface EmbeddedSettings {
  /** Folder of this installation; the servers keep theirs in `embedded` under it. */
  dataDir: string;
  /** Set: that PostgreSQL is used and none is started. */
  databaseUrl: string;
  /** Set: that Redis is used and none is started. */
  redisUrl: string;
  redis?: RedisChoice;
  /** For a command that ends by itself within seconds: an app that starts meanwhile waits for it. */
  isBrief?: boolean;
  /** For tests: nothing is synced to the disk, and `dataDir` is removed when the servers stop. */
  temporary?: boolean;
  /** Arguments of `node` for the guard process, for example a loader for TypeScript; those of this process when left out. */
  nodeArguments?: string[];
  /** Told once, in a sentence, when the servers are gone for good while the app still runs. */
  onLost?: (sentence: string) => void;
}
