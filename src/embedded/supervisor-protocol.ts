/** Which Redis to start: `redis-server` of the machine, the one in JavaScript, or the first of them that works. */
export type RedisChoice = 'system' | 'js' | 'any';

/** The one request of the app to the supervisor. */
export interface SupervisorRequest {
  dataDir: string;
  postgres: boolean;
  redis: RedisChoice | null;
  temporary: boolean;
  isBrief: boolean;
  /** Process id of the app. */
  owner: number;
}

/** What the supervisor started. */
export interface SupervisorReply {
  databaseUrl: string | null;
  redisUrl: string | null;
  describe: string[];
  /** Folders in which servers run, so that the app can end them if the supervisor itself is killed. */
  folders: string[];
}

/** Messages from the supervisor to the app. `failed` and `lost` carry a sentence for the operator. */
export type SupervisorMessage =
  | { kind: 'ready'; reply: SupervisorReply }
  | { kind: 'failed'; sentence: string }
  | { kind: 'lost'; sentence: string };
