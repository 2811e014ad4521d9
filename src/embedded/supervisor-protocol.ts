/** Which Redis to start: a `redis-server` of the machine, the one in JavaScript, or the first of them that runs. */
export type RedisChoice = 'system' | 'js' | 'any';

/** What the app asks of the guard, once. */
export interface SupervisorRequest {
  dataDir: string;
  postgres: boolean;
  redis: RedisChoice | null;
  temporary: boolean;
  isBrief: boolean;
  /** Process id of the app. */
  owner: number;
}

/** What the guard started. */
export interface SupervisorReply {
  databaseUrl: string | null;
  redisUrl: string | null;
  describe: string[];
  /** Folders in which servers run, so that the app can end them if the guard itself is killed. */
  folders: string[];
}

/** Messages from the guard to the app. `failed` and `lost` are sentences for the operator. */
export type SupervisorMessage =
  | { kind: 'ready'; answer: SupervisorReply }
  | { kind: 'failed'; sentence: string }
  | { kind: 'lost'; sentence: string };
