import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../auth/requires.decorator';
import { ResourceRegistry } from '../catalog/registry';
import { describeResources } from './describe-resources';
import type { ResourceDefinition } from './resource-labels';

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
