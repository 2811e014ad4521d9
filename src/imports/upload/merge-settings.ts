import type { OptionsByField } from '../../catalog/binding/field-options';
import { isJsonObject, type JsonObject, type JsonValue } from '../../formats/json/json-value';
import type { ImportSettings } from '../import-settings';

/**
 * The settings of a form over those of a profile (docs/contract.md 2.7): one of the form replaces that of the profile, objects
 * are merged key by key at every level, and null removes a key of the profile. In `mapping` and `defaults` null is a value,
 * as it is for `csv_options.quote`. A field that the form feeds from a column of its own is not fed by the profile as well.
 */
export function mergeSettings(profile: ImportSettings, form: ImportSettings): ImportSettings {
  const { mapping, defaults, ...options } = form;
  const base = withoutSources(profile, fedFields(form));
  return {
    ...(mergePatch(base as JsonObject, options as JsonObject) as ImportSettings),
    ...(mapping && { mapping: { ...base.mapping, ...mapping } }),
    ...(defaults && { defaults: { ...base.defaults, ...defaults } }),
  };
}

/** As in a JSON Merge Patch (RFC 7396), except for a null quote, which means that no cell is quoted. */
function mergePatch(base: JsonValue | undefined, patch: JsonValue): JsonValue {
  if (!isJsonObject(patch)) return patch;
  const merged = new Map(Object.entries(isJsonObject(base) ? base : {}));
  for (const [name, value] of Object.entries(patch)) {
    if (value === null && name !== 'quote') merged.delete(name);
    else merged.set(name, mergePatch(merged.get(name), value));
  }
  return Object.fromEntries(merged);
}

/** Fields that a column feeds by name. */
function fedFields({ mapping = {}, field_options = {} }: ImportSettings): ReadonlySet<string> {
  const joined = Object.entries(field_options).filter(([, options]) => sourceOf(options) !== undefined);
  return new Set([
    ...Object.values(mapping ?? {}).filter((field) => field !== null),
    ...joined.map(([field]) => field),
  ]);
}

/** The same settings, in which no column feeds these fields. */
function withoutSources(settings: ImportSettings, fields: ReadonlySet<string>): ImportSettings {
  const { mapping, field_options } = settings;
  const isFed = (field: string | null): boolean => field !== null && fields.has(field);
  return {
    ...settings,
    ...(mapping && {
      mapping: Object.fromEntries(Object.entries(mapping).filter(([, field]) => !isFed(field))),
    }),
    ...(field_options && { field_options: withoutFrom(field_options, fields) }),
  };
}

function withoutFrom(options: OptionsByField, fields: ReadonlySet<string>): OptionsByField {
  return Object.fromEntries(
    Object.entries(options).map(([field, { from, separator, ...others }]) => {
      const kept = { ...(from !== undefined && { from }), ...(separator !== undefined && { separator }) };
      return [field, fields.has(field) ? others : { ...kept, ...others }];
    }),
  );
}

/** A null option of a form is an absent one. */
const sourceOf = (options: OptionsByField[string] | null): unknown => options?.from ?? undefined;
