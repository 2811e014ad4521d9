import { Global, Module } from '@nestjs/common';
import { ResourceRegistry } from '../catalog/registry';
import { RESOURCE_MODULES, RESOURCES } from './all-resources';

/** All resources: their endpoints, and the registry of their descriptions for everybody. */
@Global()
@Module({
  imports: [...RESOURCE_MODULES],
  providers: [{ provide: ResourceRegistry, useFactory: () => new ResourceRegistry(RESOURCES) }],
  exports: [ResourceRegistry],
})
export class ResourcesModule {}
