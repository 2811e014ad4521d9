import { problem } from '../../http/problem/problem.exception';
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

/** The profile that a form names; null when it names none. Throws 422 for one that the workspace does not have. */
export async function namedProfile(
  profiles: ImportProfiles,
  workspaceId: string,
  name: string | undefined,
): Promise<NamedSettings | null> {
  if (name === undefined) return null;
  const profile = await profiles.find(workspaceId, name);
  if (profile !== null) return profile;
  const message = `There is no import profile "${name}". GET /import-profiles lists them, the built-in ones too.`;
  throw problem(422, 'reference_not_found', message, {
    errors: [{ pointer: '/profile', code: 'reference_not_found', message }],
  });
}
