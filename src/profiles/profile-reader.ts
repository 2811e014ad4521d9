import { Injectable } from '@nestjs/common';
import { identifierKind } from '../catalog/kinds/identifier';
import { isValueIssue } from '../catalog/reading/read-value';
import { ResourceRegistry } from '../catalog/registry';
import type { ResourceDescription } from '../catalog/resource';
import { isJsonObject, type JsonObject, type JsonValue } from '../formats/json/json-value';
import { writeJson } from '../formats/json/write-json';
import { problem, type ProblemError } from '../http/problem/problem.exception';
import { settingsErrors } from '../imports/check-settings';
import type { ImportSettings } from '../imports/import-settings';
import { findImportable } from '../imports/importable';
import { mergeSettings } from '../imports/upload/merge-settings';
import { checkFields, checkFileOptions, checkOptions } from './check-fields';
import { CreateImportProfileDto, OWN, READ_ONLY } from './import-profile.dto';
import type { NewProfile } from './profile';

/** Bytes of the settings of one profile, as JSON. */
const MAX_BYTES = 65_536;

/** Reads the whole document of a profile, as far as it can be checked without a file. */
@Injectable()
export class ProfileReader {
  constructor(private readonly registry: ResourceRegistry) {}

  /**
   * Throws 400 for an unknown property and a value of the wrong form, 422 for an identifier, a resource type or a field that
   * cannot be meant. A null property is an absent one.
   */
  read(body: JsonValue): NewProfile {
    if (!isJsonObject(body)) throw malformed([notAnObject]);
    const document = withoutReadOnly(body);
    const errors = settingsErrors(CreateImportProfileDto, document);
    if (errors.length > 0) throw malformed(errors);
    const { identifier, name, description, resource_type } = document as Own;
    const settings = mergeSettings({}, settingsOf(document));
    refuseIdentifier(identifier);
    refuseSize(settings);
    const resource = resource_type === undefined ? null : this.importable(resource_type);
    if (resource !== null) checkFields(resource, settings);
    checkOptions(resource, settings);
    checkFileOptions(settings);
    return {
      identifier,
      name,
      description: description ?? null,
      resourceType: resource_type ?? null,
      settings,
    };
  }

  private importable(name: string): ResourceDescription {
    const found = findImportable(this.registry, name);
    if (typeof found !== 'string') return found;
    throw problem(422, 'unsupported_resource_type', found, {
      errors: [{ pointer: '/resource_type', code: 'unsupported_resource_type', message: found }],
    });
  }
}

/** What `CreateImportProfileDto` found to be so. */
type Own = JsonObject & { identifier: string; name: string; description?: string; resource_type?: string };

const notAnObject: ProblemError = {
  pointer: '',
  code: 'invalid_value',
  message: 'The body must be one JSON object.',
};

const withoutReadOnly = (body: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(body).filter(([name, value]) => value !== null && !READ_ONLY.includes(name)),
  );

const settingsOf = (document: JsonObject): ImportSettings =>
  Object.fromEntries(Object.entries(document).filter(([name]) => !OWN.includes(name)));

function refuseIdentifier(identifier: string): void {
  const read = identifierKind.read(identifier, { max: null, values: null });
  if (identifier !== '' && !isValueIssue(read)) return;
  const { code, message } = isValueIssue(read)
    ? read
    : { code: 'required', message: '"identifier" is required and must not be empty.' };
  throw problem(422, 'invalid_value', message, { errors: [{ pointer: '/identifier', code, message }] });
}

function refuseSize(settings: ImportSettings): void {
  const bytes = Buffer.byteLength(writeJson(settings));
  if (bytes <= MAX_BYTES) return;
  const message =
    `The settings of a profile have at most ${MAX_BYTES.toLocaleString('en')} bytes as JSON, and these have ` +
    `${bytes.toLocaleString('en')}. Give the longest lists with each import instead.`;
  throw problem(422, 'invalid_value', message, {
    errors: [{ pointer: '', code: 'value_too_long', message }],
  });
}

function malformed(errors: readonly ProblemError[]): Error {
  const [first] = errors;
  const detail =
    errors.length === 1 ? (first?.message ?? '') : `The request has ${errors.length} errors; see errors.`;
  return problem(400, 'invalid_request', detail, { errors });
}
