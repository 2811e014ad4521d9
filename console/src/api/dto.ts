import type { components } from '../../../src/client/api-types';

type Schemas = components['schemas'];

/** The shapes of responses, from the OpenAPI document. */
export type ImportJob = Schemas['ImportJobDto'];
export type ExportJob = Schemas['ExportJobDto'];
export type Problem = Schemas['Problem'];
export type Workspace = Schemas['WorkspaceDto'];

/** One page of a list. */
export interface Page<T> {
  data: T[];
  meta: { next_cursor: string | null; has_more: boolean };
}
