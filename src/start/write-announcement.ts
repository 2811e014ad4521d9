import type { Settings } from '../config/settings';

/** What is printed for the operator when the application is up. */
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

/** Prints the addresses. The token appears only at the first start: only its hash is stored. */
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
          '             (admin; shown only once, so keep it: "almagest operator-token" replaces a lost one)',
        ]),
  ];
  return lines.join('\n');
}
