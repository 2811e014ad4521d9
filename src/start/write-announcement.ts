import type { Settings } from '../config/settings';
import type { Bootstrapped } from '../workspaces/bootstrap.service';

/** What the operator is told, on plain lines, when all is up. */
export interface Announcement {
  baseUrl: string;
  role: Settings['role'];
  bootstrapped: Bootstrapped;
  /** One line for each private server. */
  servers: readonly string[];
}

/** Says where things are. The token is shown at the first start only: nothing keeps it in the clear. */
export function writeAnnouncement({ baseUrl, role, bootstrapped, servers }: Announcement): string {
  const { workspaceSlug, newToken } = bootstrapped;
  const lines = [
    'Almagest is up.',
    ...servers.map((server) => `  started    ${server}`),
    ...(role === 'worker'
      ? [`  health     ${baseUrl}/health/ready`]
      : [`  console    ${baseUrl}/`, `  API        ${baseUrl}/docs`, `  workspace  ${workspaceSlug}`]),
    ...(newToken === null
      ? []
      : [`  token      ${newToken}`, '             (admin; shown this once, so keep it)']),
  ];
  return lines.join('\n');
}
