import { createHash } from 'node:crypto';
import type { JsonObject } from '../formats/json/json-value';
import type { ImportSettings } from '../imports/import-settings';
import type { BuiltInProfile } from './built-in/built-in-profile';
import { BUILT_IN_PROFILES } from './built-in';

/** A profile, of a workspace or built in. */
export interface Profile {
  readonly id: string;
  readonly identifier: string;
  readonly name: string;
  readonly description: string | null;
  readonly resourceType: string | null;
  readonly builtIn: boolean;
  readonly settings: ImportSettings;
  readonly createdAt: string | null;
  readonly updatedAt: string | null;
}

/** What a profile says of itself, without its id and its times. */
export type NewProfile = Pick<Profile, 'identifier' | 'name' | 'description' | 'resourceType' | 'settings'>;

/** The profiles of every workspace, in the order of their identifiers. */
export const BUILT_IN: readonly Profile[] = BUILT_IN_PROFILES.map(toProfile).sort(byIdentifier);

/** The order of lists: that of the bytes, as Postgres has it with the collation C. */
export function byIdentifier(a: Pick<Profile, 'identifier'>, b: Pick<Profile, 'identifier'>): number {
  return Buffer.compare(Buffer.from(a.identifier), Buffer.from(b.identifier));
}

/** A profile in the shape of `ImportProfileDto`. */
export function profileResponse(profile: Profile): JsonObject {
  return {
    id: profile.id,
    identifier: profile.identifier,
    name: profile.name,
    description: profile.description,
    resource_type: profile.resourceType,
    built_in: profile.builtIn,
    ...(profile.settings as JsonObject),
    created_at: profile.createdAt,
    updated_at: profile.updatedAt,
  };
}

function toProfile(one: BuiltInProfile): Profile {
  const { identifier, name, resourceType, options } = one;
  return {
    id: idOf(identifier),
    identifier,
    name,
    description: describe(one),
    resourceType,
    builtIn: true,
    settings: options,
    createdAt: null,
    updatedAt: null,
  };
}

function describe({ reads, give, fields }: BuiltInProfile): string {
  const needs = fields.length === 0 ? '' : ` The series has the fields ${fields.join(', ')}.`;
  return `${reads} Give ${give}.${needs}`;
}

/** The same id on every server and in every workspace: a UUID (version 8) made of the identifier. */
function idOf(identifier: string): string {
  const hex = createHash('sha256').update(`import-profile:${identifier}`).digest('hex');
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`];
  return [...parts, hex.slice(20, 32)].join('-');
}
