import type { ResourceDescription } from '../catalog/resource';
import { targetsOf } from '../catalog/binding/target';
import { problem } from '../http/problem/problem.exception';
import type { ImportSettings } from '../imports/import-settings';

/** A custom field that the workspace may have when a file is imported; now it need not be there. */
const CUSTOM = /^(?:field\.)?[a-z][a-z0-9_]{0,62}$/;

/**
 * Throws 422 `invalid_mapping` for a field that no file of the resource can feed. Custom fields are checked when a file is
 * imported: a profile may be there before the types.
 */
export function checkFields(resource: ResourceDescription, settings: ImportSettings): void {
  const core = targetsOf(resource, []);
  const isField = (name: string): boolean =>
    core.has(name) || name === 'id' || (resource.customFields !== null && CUSTOM.test(name));
  for (const [pointer, name] of namedFields(settings)) {
    if (isField(name)) continue;
    const message =
      `There is no field "${name}". The fields are: ${[...core.keys()].join(', ')}` +
      (resource.customFields === null ? '.' : ', and the custom fields of the type.');
    throw problem(422, 'invalid_mapping', message, {
      errors: [{ pointer, code: 'invalid_mapping', message }],
    });
  }
}

/** The fields of the resource that settings name, each with its JSON pointer. */
function* namedFields(settings: ImportSettings): Generator<[string, string]> {
  const {
    mapping = {},
    defaults = {},
    field_options = {},
    match = {},
    unpivot,
    identifier_column,
  } = settings;
  for (const [column, field] of Object.entries(mapping)) {
    if (field !== null) yield [pointerTo('mapping', column), field];
  }
  for (const field of Object.keys(defaults)) yield [pointerTo('defaults', field), field];
  for (const field of Object.keys(field_options)) {
    if (field !== '*') yield [pointerTo('field_options', field), field];
  }
  for (const field of Object.keys(match)) yield [pointerTo('match', field), field];
  if (unpivot !== undefined) {
    yield ['/unpivot/name_to', unpivot.name_to];
    yield ['/unpivot/value_to', unpivot.value_to];
  }
  if (identifier_column !== undefined && !Object.hasOwn(mapping, identifier_column)) {
    yield ['/identifier_column', identifier_column];
  }
}

const pointerTo = (setting: string, key: string): string =>
  `/${setting}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
