import { Global, Module } from '@nestjs/common';
import { SharedRedis } from './shared-redis';

/** The Redis that all processes share, for counts that hold in all of them together. */
@Global()
@Module({ providers: [SharedRedis], exports: [SharedRedis] })
export class RedisModule {}
