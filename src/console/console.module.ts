import { Controller, Get, type MiddlewareConsumer, Module, type NestModule } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../auth/decorators';
import { ResourceRegistry } from '../catalog/registry';
import { ConsoleMiddleware } from './console.middleware';
import { describeResources } from './describe-resources';
import type { ResourceDefinition } from './resource-definition';

/** Lists the resources for the console: no data of a workspace, only what the public docs contain. */
@Controller('console')
@ApiExcludeController()
class ConsoleResourcesController {
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

/** The console for people, before all other routes. A process that only works jobs responds before it. */
@Module({ controllers: [ConsoleResourcesController] })
export class ConsoleModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(ConsoleMiddleware).forRoutes('{*path}');
  }
}
