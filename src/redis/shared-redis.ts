import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { Inject, Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type Redis from 'ioredis';
import { SETTINGS } from '../config/config.module';
import type { Settings } from '../config/settings';
import { connectRedis } from './connect-redis';
import { within } from './within';

/** A request waits no longer than this for Redis. */
const ANSWER_MS = 250;
/** After a call without an answer Redis is not asked for so long, so that not every request waits for it. */
const PAUSE_MS = 1_000;
const RECONNECT_MS = 1_000;
/** A start waits no longer than this for the first connection, and goes on without it. */
const START_MS = 1_000;

/** A Lua script: Redis runs it as one step, whatever other processes do. */
export class RedisScript {
  readonly sha1: string;

  constructor(readonly text: string) {
    this.sha1 = createHash('sha1').update(text).digest('hex');
  }
}

/** What runs scripts on the Redis that all processes share. */
export interface ScriptRunner {
  /** What the script returned; null when Redis does not answer in time. Never rejects. */
  run(script: RedisScript, key: string, args: readonly (string | number)[]): Promise<unknown>;
}

/** Counts that hold in all processes are kept in Redis, through this connection. Every call is bounded in time. */
@Injectable()
export class SharedRedis implements ScriptRunner, OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger('Redis');
  private readonly client: Redis;
  private readonly prefix: string;
  private pausedUntil = 0;
  private up = true;

  constructor(@Inject(SETTINGS) { redisUrl, redisPrefix }: Settings) {
    this.prefix = `${redisPrefix}:limits:`;
    this.client = connectRedis(redisUrl, {
      enableOfflineQueue: false, // a call while it is away fails at once
      enableReadyCheck: true,
      maxRetriesPerRequest: 0,
      retryStrategy: (times) => Math.min(50 * times, RECONNECT_MS),
    });
    this.client.on('error', () => undefined); // each failed reconnection; `run` reports the change of state
  }

  async onModuleInit(): Promise<void> {
    if (this.client.status !== 'ready')
      await within(START_MS, once(this.client, 'ready')).catch(() => undefined); // `run` reports that it is away
  }

  async run(script: RedisScript, key: string, args: readonly (string | number)[]): Promise<unknown> {
    if (this.client.status !== 'ready') return this.isDown('there is no connection');
    if (performance.now() < this.pausedUntil) return null;
    try {
      const result = await within(ANSWER_MS, this.evaluate(script, `${this.prefix}${key}`, args));
      this.isUp();
      return result;
    } catch (error) {
      this.pausedUntil = performance.now() + PAUSE_MS;
      return this.isDown(error instanceof Error ? error.message : String(error));
    }
  }

  onApplicationShutdown(): void {
    this.client.disconnect();
  }

  private async evaluate(
    { text, sha1 }: RedisScript,
    key: string,
    args: readonly (string | number)[],
  ): Promise<unknown> {
    try {
      return await this.client.evalsha(sha1, 1, key, ...args);
    } catch (error) {
      if (!(error instanceof Error && error.message.startsWith('NOSCRIPT'))) throw error;
      return this.client.eval(text, 1, key, ...args);
    }
  }

  /** One line for each change of state. */
  private isDown(reason: string): null {
    if (this.up)
      this.logger.warn(`Redis does not answer (${reason}): limits hold for each process by itself.`);
    this.up = false;
    return null;
  }

  private isUp(): void {
    if (!this.up) this.logger.log('Redis answers again: limits hold for all processes together.');
    this.up = true;
  }
}
