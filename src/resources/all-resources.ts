import type { Type } from '@nestjs/common';
import type { ResourceDescription } from '../catalog/resource';
import * as folders from './index';

/** The module of a folder, and the resources that it serves. */
type ResourceModule = Type & { readonly resources: readonly ResourceDescription[] };

export const RESOURCE_MODULES: readonly ResourceModule[] = Object.values(folders);

/** The description of every resource. */
export const RESOURCES: readonly ResourceDescription[] = RESOURCE_MODULES.flatMap(
  ({ resources }) => resources,
);
