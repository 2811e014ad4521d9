import { Global, Module, type Type } from '@nestjs/common';
import { ResourceRegistry } from '../catalog/registry';
import type { ResourceDescription } from '../catalog/resource';
import * as folders from './index';

/** The module of a folder, and the resources that it serves. */
type ResourceModule = Type & { readonly resources: readonly ResourceDescription[] };

const RESOURCE_MODULES: readonly ResourceModule[] = Object.values(folders);

/** The description of every resource. */
export const RESOURCES: readonly ResourceDescription[] = RESOURCE_MODULES.flatMap(
  ({ resources }) => resources,
);

/** All resources: their endpoints, and the registry of their descriptions for everybody. */
@Global()
@Module({
  imports: [...RESOURCE_MODULES],
  providers: [{ provide: ResourceRegistry, useFactory: () => new ResourceRegistry(RESOURCES) }],
  exports: [ResourceRegistry],
})
export class ResourcesModule {}
