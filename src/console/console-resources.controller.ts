import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../auth/requires.decorator';
import { ResourceRegistry } from '../catalog/registry';
import { describeResources } from './describe-resources';
import type { ResourceWords } from './resource-words';

/** Tells the console which resources there are: no data of a workspace, but what the docs say to everybody. */
@Controller('console')
@ApiExcludeController()
export class ConsoleResourcesController {
  private readonly resources: ResourceWords[];

  constructor(registry: ResourceRegistry) {
    this.resources = describeResources(registry);
  }

  @Get('resources.json')
  @Public()
  list(): ResourceWords[] {
    return this.resources;
  }
}
