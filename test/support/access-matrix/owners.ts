import { randomUUID } from 'node:crypto';

/** Whose the things are that a request names. */
export interface Owner {
  readonly name: string;
  /**
   * The workspace in the path: that of the matrix, another one, one that nobody has, or text that
   * names none.
   */
  readonly workspace: 'own' | 'other' | 'nobody';
  /** What the path contains for a workspace that nobody has. */
  readonly workspaceText?: string;
  /**
   * Which ids are in the path: those of its workspace, of another workspace, the last one alone
   * of another, or nobody's.
   */
  readonly ids: 'its' | 'foreign' | 'foreign behind its own' | 'nobody';
  /** What the path contains for an id that nobody has. */
  readonly idText?: string;
}

/** In a path as sent: what no record and no workspace can be called. */
const MALFORMED = ['not%20an%20id%21', 'no%00such', 'n'.repeat(300)];

const WORKSPACES: readonly Owner[] = [
  { name: 'own', workspace: 'own', ids: 'its' },
  { name: 'of another workspace', workspace: 'other', ids: 'its' },
  { name: 'of an absent workspace', workspace: 'nobody', workspaceText: randomUUID(), ids: 'its' },
  ...MALFORMED.map((workspaceText): Owner => ({
    name: `of the workspace ${workspaceText}`,
    workspace: 'nobody',
    workspaceText,
    ids: 'its',
  })),
];

/**
 * Every owner that a path can name, by the number of its parameters beside the workspace and
 * whether a tenant owns them.
 */
export function ownersOf(parameters: number, areIds: boolean): Owner[] {
  const owners = [...WORKSPACES];
  if (parameters === 0) return owners;
  if (areIds) owners.push({ name: 'foreign', workspace: 'own', ids: 'foreign' });
  if (areIds && parameters > 1)
    owners.push({ name: 'foreign behind an own id', workspace: 'own', ids: 'foreign behind its own' });
  for (const idText of [randomUUID(), ...MALFORMED])
    owners.push({ name: `absent: ${idText}`, workspace: 'own', ids: 'nobody', idText });
  return owners;
}
