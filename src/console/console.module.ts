import { Controller, Get, type MiddlewareConsumer, Module, type NestModule } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../auth/decorators';
import { ResourceRegistry } from '../catalog/registry';
import { ConsoleMiddleware } from './console.middleware';
import { describeResources } from './describe-resources';
import type { ResourceDefinition } from './resource-definition';

/** Tells the console which resources there are: no data of a workspace, but what the docs say to everybody. */
@Controller('console')
@ApiExcludeController()
export class ConsoleResourcesController {
  private readonly resources: ResourceDefinition[];

  constructor(registry: ResourceRegistry) {
    this.resources = describeResources(registry);
  }

  @Get('resources.json')
  @Public()
  list(): ResourceDefinition[] {
    return this.resources;
  }
}

/** The console for people, in front of everything else. A process that only works jobs answers before it comes to this. */
@Module({ controllers: [ConsoleResourcesController] })
export class ConsoleModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(ConsoleMiddleware).forRoutes('{*path}');
  }
}
