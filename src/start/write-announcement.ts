import type { Settings } from '../config/settings';

/** What the operator is told, on plain lines, when all is up. */
export interface Announcement {
  baseUrl: string;
  role: Settings['role'];
  /** Slug of the workspace of the first start. */
  workspaceSlug: string;
  /** The operator's first token; null when one was shown before. */
  newToken: string | null;
  /** One line for each private server. */
  servers: readonly string[];
}

/** Says where things are. The token is shown at the first start only: nothing keeps it in the clear. */
export function writeAnnouncement({ baseUrl, role, workspaceSlug, newToken, servers }: Announcement): string {
  const lines = [
    'Almagest is up.',
    ...servers.map((server) => `  started    ${server}`),
    ...(role === 'worker'
      ? [`  health     ${baseUrl}/health/ready`]
      : [`  console    ${baseUrl}/`, `  API        ${baseUrl}/docs`, `  workspace  ${workspaceSlug}`]),
    ...(newToken === null
      ? []
      : [
          `  token      ${newToken}`,
          '             (admin; shown this once, so keep it: "almagest operator-token" replaces a lost one)',
        ]),
  ];
  return lines.join('\n');
}
