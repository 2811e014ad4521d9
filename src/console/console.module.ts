import { type MiddlewareConsumer, Module, type NestModule } from '@nestjs/common';
import { ConsoleResourcesController } from './console-resources.controller';
import { ConsoleMiddleware } from './console.middleware';

/** The console for people, in front of everything else. A process that only works jobs answers before it comes to this. */
@Module({ controllers: [ConsoleResourcesController] })
export class ConsoleModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(ConsoleMiddleware).forRoutes('{*path}');
  }
}
