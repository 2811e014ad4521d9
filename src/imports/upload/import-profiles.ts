import type { ImportSettings } from '../import-settings';

/** A profile as an import uses it. */
export interface NamedSettings {
  readonly identifier: string;
  readonly resourceType: string | null;
  readonly settings: ImportSettings;
}

/** Where the profiles of a workspace are. An import asks for one when it is created, and never again. */
export abstract class ImportProfiles {
  /** `name`: identifier or UUID. Null when the workspace has none of that name. */
  abstract find(workspaceId: string, name: string): Promise<NamedSettings | null>;
  /** All profiles of a workspace, the built-in ones among them. */
  abstract all(workspaceId: string): Promise<readonly NamedSettings[]>;
}
