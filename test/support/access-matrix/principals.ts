import { randomBytes } from 'node:crypto';
import { ROLES, type Role } from '../../../src/auth/caller';
import type { TestApp } from '../test-app';
import type { WorkspaceClient } from '../workspace-client';

/** Who sends a request. */
export interface Principal {
  readonly name: string;
  /** The `Authorization` header; null: none. */
  readonly authorization: string | null;
  /** Null: a token that must not be let in at all. */
  readonly role: Role | 'operator' | null;
  /** The workspace it belongs to: ours, another one, or (the operator) every one. */
  readonly home: 'own' | 'other' | 'every';
}

/**
 * Every kind of principal: those who are nobody, each role of a workspace, the admin of another
 * one, the operator.
 */
export async function makePrincipals(
  app: TestApp,
  own: WorkspaceClient,
  other: WorkspaceClient,
): Promise<Principal[]> {
  const nobody = (name: string, authorization: string | null): Principal => ({
    name,
    authorization,
    role: null,
    home: 'own',
  });
  const roles = ROLES.map(async (role): Promise<Principal> => {
    const { token } = await makeToken(own, role);
    return { name: role, authorization: `Bearer ${token}`, role, home: 'own' };
  });
  const elsewhere = await makeToken(other, 'admin');
  const lapsed = await Promise.all([revoked(own), expired(app, own), ofArchivedRobot(own)]);
  return [
    nobody('nobody', null),
    nobody('another scheme', `Basic ${Buffer.from('admin:admin').toString('base64')}`),
    nobody('a malformed token', 'Bearer ptk_live_0123'),
    nobody('an unknown token', `Bearer ptk_live_${randomBytes(32).toString('hex')}`),
    ...lapsed.map(([name, token]) => nobody(name, `Bearer ${token}`)),
    ...(await Promise.all(roles)),
    {
      name: 'admin of another workspace',
      authorization: `Bearer ${elsewhere.token}`,
      role: 'admin',
      home: 'other',
    },
    { name: 'operator', authorization: `Bearer ${app.token}`, role: 'operator', home: 'every' },
  ];
}

interface MadeToken {
  readonly robotId: string;
  readonly id: string;
  readonly token: string;
}

async function makeToken(client: WorkspaceClient, role: Role): Promise<MadeToken> {
  const robot = await client.post<{ id: string }>('/memberships/robots', { display_name: role, role });
  const made = await client.post<{ id: string; token: string }>(`/memberships/robots/${robot.id}/tokens`, {});
  return { robotId: robot.id, ...made };
}

async function revoked(client: WorkspaceClient): Promise<[string, string]> {
  const { robotId, id, token } = await makeToken(client, 'admin');
  await client.request('DELETE', `/memberships/robots/${robotId}/tokens/${id}`);
  return ['a revoked token', token];
}

async function expired({ database }: TestApp, client: WorkspaceClient): Promise<[string, string]> {
  const { id, token } = await makeToken(client, 'admin');
  await database.query(
    `UPDATE tokens SET created_at = now() - interval '2 s', expires_at = now() - interval '1 s' WHERE id = $1`,
    [id],
  );
  return ['an expired token', token];
}

async function ofArchivedRobot(client: WorkspaceClient): Promise<[string, string]> {
  const { robotId, token } = await makeToken(client, 'admin');
  await client.request('DELETE', `/memberships/robots/${robotId}`);
  return ['a token of an archived robot', token];
}
