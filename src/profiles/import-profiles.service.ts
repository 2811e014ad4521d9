import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS } from '../config/config.module';
import type { Settings } from '../config/settings';
import { Database } from '../database/database';
import type { Sql } from '../database/sql';
import { isJsonObject, type JsonObject, type JsonValue } from '../formats/json/json-value';
import { decodeCursor, encodeCursor } from '../http/pagination/cursor';
import { type Page, readLimit, toPage } from '../http/pagination/page';
import { notFound, problem } from '../http/problem/problem.exception';
import { ImportProfiles, type NamedSettings } from '../imports/upload/import-profiles';
import { inTransaction } from '../records/in-transaction';
import { BUILT_IN, byIdentifier, profileResponse, type NewProfile, type Profile } from './profile';
import { ProfileReader } from './profile-reader';
import { ProfileStore } from './profile-store';
import type { ProfilesQuery } from './profiles-query';

/** The import profiles of a workspace, the built-in ones among them. */
@Injectable()
export class ImportProfilesService extends ImportProfiles {
  constructor(
    private readonly database: Database,
    private readonly store: ProfileStore,
    private readonly reader: ProfileReader,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    super();
  }

  /** A profile of the workspace has precedence over a built-in one that a later release added under its identifier. */
  async find(workspaceId: string, name: string): Promise<NamedSettings | null> {
    return (await this.store.find(workspaceId, name)) ?? builtIn(name);
  }

  async all(workspaceId: string): Promise<readonly NamedSettings[]> {
    const limit = this.settings.profilesPerWorkspace;
    const own = await this.store.list(workspaceId, { after: null, limit, resourceType: null, ids: null });
    const taken = new Set(own.map(({ identifier }) => identifier));
    return [...own, ...BUILT_IN.filter(({ identifier }) => !taken.has(identifier))];
  }

  async list(workspaceId: string, query: ProfilesQuery): Promise<Page<JsonObject>> {
    const limit = readLimit(query.limit);
    const after = query.after === undefined ? null : (decodeCursor(query.after, 1)[0] ?? null);
    const ids = query.ids === undefined ? null : query.ids.split(',').filter((id) => id !== '');
    const resourceType = query.resource_type ?? null;
    const own = await this.store.list(workspaceId, { after, limit: limit + 1, resourceType, ids });
    const taken = new Set(own.map(({ identifier }) => identifier));
    const others = BUILT_IN.filter(
      (profile) =>
        !taken.has(profile.identifier) &&
        (after === null || byIdentifier(profile, { identifier: after }) > 0) &&
        (resourceType === null || profile.resourceType === resourceType) &&
        (ids === null || ids.includes(profile.identifier) || ids.includes(profile.id)),
    );
    const found = [...own, ...others].sort(byIdentifier).slice(0, limit + 1);
    const { data, meta } = toPage(found, limit, ({ identifier }) => encodeCursor([identifier]));
    return { data: data.map(profileResponse), meta };
  }

  async get(workspaceId: string, id: string): Promise<JsonObject> {
    const profile = (await this.store.find(workspaceId, id)) ?? builtIn(id);
    if (profile === null) throw notFound();
    return profileResponse(profile);
  }

  /** Throws 400 for a body of the wrong form, 409 for an identifier that is taken, 422 for what cannot be read so. */
  async create(workspaceId: string, body: JsonValue): Promise<JsonObject> {
    const profile = this.reader.read(body);
    const max = this.settings.profilesPerWorkspace;
    return inTransaction(this.database, async (tx) => {
      if ((await this.store.count(tx, workspaceId)) >= max) throw tooMany(max);
      await this.refuseTaken(tx, workspaceId, profile, null);
      return profileResponse(await this.store.insert(tx, workspaceId, profile));
    });
  }

  /** Throws as `create`, and 404; 409 for a built-in profile. */
  async change(workspaceId: string, id: string, body: JsonValue): Promise<JsonObject> {
    return inTransaction(this.database, async (tx) => {
      const stored = await this.own(tx, workspaceId, id);
      const changed = isJsonObject(body) ? { ...profileResponse(stored), ...body } : body;
      const profile = this.reader.read(changed);
      await this.refuseTaken(tx, workspaceId, profile, stored);
      return profileResponse(await this.store.update(tx, workspaceId, stored.id, profile));
    });
  }

  /** Throws 404; 409 for a built-in profile. */
  async remove(workspaceId: string, id: string): Promise<void> {
    await inTransaction(this.database, async (tx) => {
      const { id: own } = await this.own(tx, workspaceId, id);
      await this.store.remove(tx, workspaceId, own);
    });
  }

  /** The profile that the workspace made, locked. */
  private async own(tx: Sql, workspaceId: string, id: string): Promise<Profile> {
    const stored = await this.store.find(workspaceId, id, tx, 'FOR UPDATE');
    if (stored !== null) return stored;
    const fixed = builtIn(id);
    if (fixed === null) throw notFound();
    throw problem(
      409,
      'conflict',
      `The profile "${fixed.identifier}" is built in and cannot be changed. Copy it: send what GET returns with ` +
        'another identifier to POST /import-profiles.',
    );
  }

  /** Throws 409 when another profile has the identifier. */
  private async refuseTaken(
    tx: Sql,
    workspaceId: string,
    { identifier }: NewProfile,
    self: Profile | null,
  ): Promise<void> {
    if (identifier === self?.identifier) return;
    const message =
      builtIn(identifier) !== null
        ? `"${identifier}" is a built-in profile. Choose another identifier.`
        : (await this.store.find(workspaceId, identifier, tx)) !== null
          ? `There is an import profile "${identifier}" already. Change it with PATCH, or choose another identifier.`
          : null;
    if (message === null) return;
    throw problem(409, 'conflict', message, {
      errors: [{ pointer: '/identifier', code: 'conflict', message }],
    });
  }
}

const builtIn = (name: string): Profile | null =>
  BUILT_IN.find(({ id, identifier }) => identifier === name || id === name.toLowerCase()) ?? null;

function tooMany(max: number): Error {
  const message =
    `The workspace has ${max.toLocaleString('en')} import profiles already and may have no more. Delete one that ` +
    'is not used, or ask the operator of this server for a higher PROFILES_PER_WORKSPACE.';
  return problem(422, 'too_many_profiles', message);
}
