import { jsonPointer } from '../formats/json/json-pointer';
import { FIELD_SNAPSHOT, SYSTEM_FIELDS } from '../catalog/resource-fields';
import { type Draft, addError } from '../catalog/reading/draft';
import {
  isMissing,
  isNestedIssue,
  readNested,
  isValueIssue,
  readValue,
  required,
  valueText,
} from '../catalog/reading/read-value';
import type { CustomFieldStorage, ResourceDescription } from '../catalog/resource';
import { isJsonObject, type JsonObject, type JsonValue } from '../formats/json/json-value';
import { problem, type ProblemError } from '../http/problem/problem.exception';

const READ_ONLY: readonly string[] = [...Object.keys(SYSTEM_FIELDS), FIELD_SNAPSHOT];
const MAX_SHOWN = 100;

/**
 * Reads the body of a POST or PATCH of a record with the machinery that reads a row of a file. Invalid
 * values become errors of the draft; custom fields are read later, when the type is known. Throws 400
 * `invalid_request` for a body of another shape, and for a field in `immutable`, which this body must
 * not contain.
 */
export function readRecordBody(
  resource: ResourceDescription,
  body: JsonValue,
  immutable: readonly string[] = [],
): Draft {
  if (!isJsonObject(body)) throw malformed([issue('', 'invalid_value', 'The body must be one JSON object.')]);
  const refused = Object.keys(body).filter((key) => immutable.includes(key) || !takes(resource, key));
  if (refused.length > 0) {
    throw malformed(refused.slice(0, MAX_SHOWN).map((key) => refusedError(resource, key, immutable)));
  }
  const draft = emptyDraft();
  readFields(resource, body, draft);
  const { customFields } = resource;
  const custom = customFields && Object.hasOwn(body, customFields.key) ? body[customFields.key] : null;
  if (customFields && custom !== undefined && custom !== null) readCustomCells(customFields, custom, draft);
  return draft;
}

const emptyDraft = (): Draft => ({
  row: 1,
  line: 1,
  fileRow: null,
  fileColumn: null,
  core: new Map(),
  labels: new Map(),
  given: new Map(),
  parentKey: null,
  customCells: [],
  custom: {},
  clearsCustom: false,
  errors: [],
});

/** The JSON pointer of the label `name` or `field_values.isin` of a row error. */
export function pointerOf({ customFields }: ResourceDescription, label: string | null): string {
  if (label === null) return '';
  const nested = customFields === null ? null : `${customFields.key}.`;
  return nested !== null && label.startsWith(nested)
    ? jsonPointer(nested.slice(0, -1), label.slice(nested.length))
    : jsonPointer(label);
}

function readFields(resource: ResourceDescription, body: JsonObject, draft: Draft): void {
  for (const [name, field] of resource.fields) {
    const value = body[name];
    if (value === undefined || !Object.hasOwn(body, name)) continue;
    draft.labels.set(name, name);
    const read = readValue(field, value);
    if (isValueIssue(read)) addError(draft, name, read, valueText(value));
    else if (field.required && isMissing(read)) addError(draft, name, required(name), null);
    else draft.core.set(name, read);
  }
}

function readCustomCells({ key, form }: CustomFieldStorage, values: JsonValue, draft: Draft): void {
  const pairs = readNested(form, values);
  if (isNestedIssue(pairs)) {
    addError(draft, key, pairs, null);
    return;
  }
  for (const [name, value] of pairs) {
    const label = `${key}.${name}`;
    if (draft.customCells.some((cell) => cell.key === name)) {
      addError(
        draft,
        label,
        { code: 'duplicate_key', message: `The field ${name} is given twice; keep one.` },
        null,
      );
    } else {
      draft.customCells.push({ key: name, label, value });
    }
  }
}

const takes = (resource: ResourceDescription, key: string): boolean =>
  resource.fields.has(key) || key === resource.customFields?.key;

function refusedError(
  resource: ResourceDescription,
  key: string,
  immutable: readonly string[],
): ProblemError {
  const shown = key.slice(0, MAX_SHOWN);
  const pointer = jsonPointer(shown);
  if (immutable.includes(key)) {
    const message = `"${shown}" says which ${resource.noun} it is and never changes; leave it out.`;
    return issue(pointer, 'read_only', message);
  }
  if (READ_ONLY.includes(key)) {
    return issue(pointer, 'read_only', `"${shown}" is set by Almagest and cannot be given; leave it out.`);
  }
  const known = [
    ...resource.fields.keys(),
    ...(resource.customFields ? [resource.customFields.key] : []),
  ].join(', ');
  return issue(pointer, 'unknown_property', `There is no property "${shown}" here. Known: ${known}.`);
}

const issue = (pointer: string, code: string, message: string): ProblemError => ({ pointer, code, message });

const malformed = (errors: readonly ProblemError[]): Error =>
  problem(400, 'invalid_request', errors[0]?.message ?? '', { errors });
