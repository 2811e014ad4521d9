import { jsonPointer } from '../../formats/json/json-pointer';
import type { JsonObject } from '../../formats/json/json-value';
import type { FieldOptions } from '../binding/field-options';
import type { UnpivotOptions } from '../binding/unpivot-options';
import { customFieldKind } from '../record-type';
import type { ColumnEvidence } from './column';
import { type Evidence, type Proposal, type ProposedType, type Question } from './proposal';
import { proposeFieldOptions, type FileHints } from './propose-field-options';
import { proposeFields, proposeType, type ColumnField } from './propose-type';
import { SECURITY_CODES, type ResourceFit } from './resource-fit';
import { fitOf } from './synonyms';

/** What the binding of one resource follows from. */
export interface BindingInput {
  readonly columns: readonly ColumnEvidence[];
  readonly given: {
    readonly mapping: Readonly<Record<string, string | null>>;
    readonly defaults: JsonObject;
  };
  readonly hints: FileHints;
  readonly unpivot: UnpivotOptions | null;
  /** The resource of the types of records; null when they have none. */
  readonly typeResource: string | null;
  /** What may name the one instrument of the file. */
  readonly instruments: readonly string[];
  /** Identifier of a type that nothing else names. */
  readonly fallback: string;
}

export type Binding = Omit<Proposal, 'scores' | 'resource_type' | 'unpivot'>;

/** Collects a proposal part by part. */
class Parts {
  readonly mapping: Record<string, string> = {};
  readonly defaults: Record<string, JsonObject[string]> = {};
  readonly fieldOptions: Record<string, FieldOptions> = {};
  readonly match: Record<string, string> = {};
  readonly questions: Question[] = [];
  readonly evidence: Evidence[] = [];

  say(member: string, key: string, message: string): void {
    this.evidence.push({ pointer: jsonPointer(member, key), message });
  }
}

/** Binds the columns of a fit: mapping, options, defaults, the type, and questions about what is missing. */
export function proposeBinding(fit: ResourceFit, input: BindingInput): Binding {
  const parts = new Parts();
  bindCore(fit, input, parts);
  const fields = bindCustom(fit, input, parts);
  if (input.unpivot !== null) readCells(input.columns, input.unpivot, input.hints, parts);
  const type = bindType(fit, fields, input, parts);
  askForReferences(fit, input, parts);
  const { mapping, defaults, fieldOptions, match, questions, evidence } = parts;
  return { mapping, defaults, field_options: fieldOptions, match, type, questions, evidence };
}

function bindCore({ resource, feeds }: ResourceFit, { given, hints }: BindingInput, parts: Parts): void {
  for (const [name, feed] of feeds) {
    const { column, timeColumn, others, reason } = feed;
    if (Object.hasOwn(given.mapping, column.name)) continue;
    const kind = resource.fields.get(name)?.kind.name ?? 'text';
    const read = proposeFieldOptions(name, kind, feed, hints);
    if (timeColumn === null && column.name !== name) {
      parts.mapping[column.name] = name;
      parts.say('mapping', column.name, reason ?? whyChosen(column, name, others));
    }
    if (read.options !== null) parts.fieldOptions[name] = read.options;
    parts.questions.push(...read.questions);
    parts.evidence.push(...read.evidence);
    matchBy(name, column, resource.fields.get(name)?.target === 'instruments', parts);
  }
}

function whyChosen(column: ColumnEvidence, field: string, others: readonly ColumnEvidence[]): string {
  const called = `"${column.name}" is a name for ${field}.`;
  if (others.length === 0) return called;
  const names = others.map(({ name }) => `"${name}"`).join(', ');
  return `${called} ${names} could be meant too; ${column.unique ? 'it has no value twice and ' : ''}its name fits best.`;
}

/** A reference by a code of the security is looked up by the custom field of that name. */
function matchBy(name: string, column: ColumnEvidence, isInstrument: boolean, parts: Parts): void {
  if (!isInstrument) return;
  const code = SECURITY_CODES.find((concept) => fitOf(column.name, concept) !== null);
  if (code === undefined) return;
  parts.match[name] = code;
  parts.say('match', name, `"${column.name}" holds codes of securities, not identifiers of instruments.`);
}

function bindCustom(fit: ResourceFit, { given, hints, unpivot }: BindingInput, parts: Parts): ColumnField[] {
  const { resource } = fit;
  if (resource.customFields === null || unpivot !== null) return [];
  const timeColumns = [...fit.feeds.values()].map(({ timeColumn }) => timeColumn);
  const columns = fit.unclaimed.filter(
    (column) =>
      column.kind !== 'json' &&
      column.name.trim() !== '' &&
      !timeColumns.includes(column) &&
      !Object.hasOwn(given.mapping, column.name),
  );
  const fields = proposeFields(resource, columns);
  for (const { column, field } of fields) {
    if (field.field_key !== column.name) parts.mapping[column.name] = field.field_key;
    const kind = customFieldKind({ ...CUSTOM, dataType: field.data_type }).kind.name;
    const read = proposeFieldOptions(field.field_key, kind, { column, timeColumn: null }, hints);
    if (read.options !== null) parts.fieldOptions[field.field_key] = read.options;
    parts.evidence.push(...read.evidence);
  }
  return fields;
}

const CUSTOM = {
  key: '',
  label: '',
  required: false,
  hasDefault: false,
  defaultValue: null,
  allowNull: true,
  displayOrder: 1,
} as const;

/** The cells of a wide file are read alike: what one column needs serves for all. */
function readCells(
  columns: readonly ColumnEvidence[],
  unpivot: UnpivotOptions,
  hints: FileHints,
  parts: Parts,
): void {
  const cells = columns.filter(
    ({ name, kind }) => isUnpivoted(name, unpivot) && (kind === 'decimal' || kind === 'empty'),
  );
  const nulls = [...new Set(cells.flatMap(({ null_values: texts }) => texts))];
  const [strictest] = cells.filter(({ kind }) => kind === 'decimal').sort((a, b) => marks(b) - marks(a));
  if (!strictest) return;
  const read = proposeFieldOptions(
    unpivot.value_to,
    'decimal',
    { column: { ...strictest, null_values: nulls }, timeColumn: null },
    hints,
  );
  if (read.options !== null) parts.fieldOptions[unpivot.value_to] = read.options;
  parts.questions.push(...read.questions);
  parts.evidence.push(...read.evidence);
}

function isUnpivoted(name: string, { columns, except = [] }: UnpivotOptions): boolean {
  return columns === '*' ? !except.includes(name) : columns.includes(name);
}

const marks = ({
  decimal_separator: decimal,
  thousands_separator: thousands,
  strip,
}: ColumnEvidence): number => Number(decimal !== null) + Number(thousands !== null) + strip.length;

/** The type of all records, unless a column or the sender names it. */
function bindType(
  fit: ResourceFit,
  fields: readonly ColumnField[],
  input: BindingInput,
  parts: Parts,
): ProposedType | null {
  const { given, typeResource, fallback, unpivot } = input;
  const isGiven =
    fit.feeds.has('type_id') || Object.hasOwn(given.defaults, 'type_id') || unpivot?.name_to === 'type_id';
  if (typeResource === null || isGiven) return null;
  const value = fit.feeds.get('value')?.column.name;
  const type = proposeType(
    fit.resource,
    typeResource,
    fields,
    (value !== undefined && scalarKey(value)) || fallback,
  );
  parts.defaults.type_id = type.identifier;
  parts.say(
    'defaults',
    'type_id',
    'No column names the type, so all records are of one; it is described in "type".',
  );
  return type;
}

/** The series of a value is called as its column, unless that only says that it is a value. */
function scalarKey(name: string): string | null {
  const key = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  return key === '' || key === 'value' || key === 'obs_value' ? null : key;
}

/** A record cannot be without its references: what no column feeds must be said. */
function askForReferences({ resource, feeds }: ResourceFit, input: BindingInput, parts: Parts): void {
  const { given, unpivot, instruments } = input;
  if (resource.importable !== true) return;
  for (const [name, field] of resource.fields) {
    const isNamed =
      feeds.has(name) ||
      (input.columns.some((column) => column.name === name) && !Object.hasOwn(given.mapping, name)) ||
      Object.hasOwn(given.defaults, name) ||
      Object.hasOwn(parts.defaults, name);
    const isMapped =
      Object.values(given.mapping).includes(name) || unpivot?.name_to === name || unpivot?.value_to === name;
    if (isNamed || isMapped || !(field.required || resource.naturalKey.includes(name))) continue;
    const names = name === 'instrument_id' ? instruments : [];
    const choices = names.map((text) => ({ label: text, options: { defaults: { [name]: text } } }));
    const subject =
      field.target === null
        ? `the ${name}`
        : `${name}, the ${name === 'instrument_id' ? 'instrument' : 'record'}`;
    parts.questions.push({
      code: 'missing_field',
      field: name,
      column: null,
      message: `No column holds ${subject} of the rows. Map one to it, or give one for all rows in defaults.`,
      choices,
    });
  }
}
