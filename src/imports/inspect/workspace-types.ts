import { Injectable } from '@nestjs/common';
import type { InspectionGiven } from '../../catalog/inspect/given-options';
import { problemOf, type InspectionProblem } from '../../catalog/inspect/problem';
import type { Evidence, Proposal, ProposedType, Question } from '../../catalog/inspect/proposal';
import type { DetectedType } from '../../catalog/inspect/inspection';
import type { CustomField, RecordType } from '../../catalog/record-type';
import { ResourceRegistry } from '../../catalog/registry';
import type { ResourceDescription } from '../../catalog/resource';
import { Database } from '../../database/database';
import { resolveReferences } from '../../records/resolve-references';
import { TypeReader } from '../../records/type-reader';

/** What the workspace has of the types that a file needs. */
export interface TypesFound {
  /** The types by which the rows can be read: those of the workspace, and the proposed one as if it were there. */
  readonly types: readonly RecordType[];
  readonly type: DetectedType | null;
  /** The identifier that the defaults name, when a type of the workspace serves instead of the proposed one. */
  readonly typeName: string | null;
  readonly questions: readonly Question[];
  readonly problems: readonly InspectionProblem[];
  readonly evidence: readonly Evidence[];
}

const NOTHING: Omit<TypesFound, 'types'> = {
  type: null,
  typeName: null,
  questions: [],
  problems: [],
  evidence: [],
};

/** Finds the types of a workspace that fit the columns of a file. */
@Injectable()
export class WorkspaceTypes {
  constructor(
    private readonly registry: ResourceRegistry,
    private readonly types: TypeReader,
    private readonly database: Database,
  ) {}

  /** `names`: the fields that the import names, and the columns of the file. */
  async find(
    workspaceId: string,
    resource: ResourceDescription,
    { type, defaults }: Proposal,
    given: InspectionGiven,
    names: readonly string[],
  ): Promise<TypesFound> {
    if (resource.customFields === null) return this.findSeries(workspaceId, resource, type);
    const named = await this.types.byFields(this.database, resource, workspaceId, names, true);
    const typeId = given.defaults.type_id ?? defaults.type_id;
    const own =
      typeof typeId === 'string' ? await this.types.byName(this.database, resource, workspaceId, typeId) : [];
    if (type === null) return { ...NOTHING, types: merged([...own, ...named]) };
    const [existing] = own;
    if (existing) return withFields(existing, type);
    return chosen(
      type,
      named.filter((one) => hasAll(one, type)),
    );
  }

  /** Scalar series have no fields: one is there, or it is to be created. */
  private async findSeries(
    workspaceId: string,
    resource: ResourceDescription,
    type: ProposedType | null,
  ): Promise<TypesFound> {
    const field = resource.fields.get('type_id');
    if (type === null || !field || field.target === null) return { ...NOTHING, types: [] };
    const target = this.registry.get(field.target);
    const found = await resolveReferences(this.database, target, workspaceId, [type.identifier], field.only);
    const exists = found.size > 0;
    return { ...NOTHING, types: [], type: { ...type, exists }, evidence: exists ? [] : [createFirst(type)] };
  }
}

const hasAll = ({ fields }: RecordType, type: ProposedType): boolean =>
  type.fields.length > 0 &&
  type.fields.every(({ field_key: key }) => fields.some((field) => field.key === key));

/** A type of the workspace that has every field serves; of several the sender must choose. */
function chosen(type: ProposedType, fitting: readonly RecordType[]): TypesFound {
  const [only, ...others] = fitting;
  const proposed = {
    ...NOTHING,
    types: [recordTypeOf(type)],
    type: { ...type, exists: false },
    evidence: [createFirst(type)],
  };
  if (!only) return proposed;
  if (others.length === 0) {
    const message = `The type ${only.identifier} of the workspace has a field for every column.`;
    return {
      ...NOTHING,
      types: [only],
      type: { ...type, identifier: only.identifier, exists: true },
      typeName: only.identifier,
      evidence: [{ pointer: '/defaults/type_id', message }],
    };
  }
  const choices = fitting.slice(0, MAX_CHOICES).map(({ identifier }) => ({
    label: identifier,
    options: { defaults: { type_id: identifier } },
  }));
  const message =
    'Of which type are the records? Several types of the workspace have a field for every column.';
  return { ...proposed, questions: [{ code: 'type', field: 'type_id', column: null, message, choices }] };
}

const MAX_CHOICES = 20;

/** The order: until the type is there, its fields are unknown, and an import with the rest of the response is refused. */
const createFirst = ({ resource, identifier }: ProposedType): Evidence => ({
  pointer: '/type',
  message: `The workspace has no ${identifier}. Create it with POST /${resource.replaceAll('_', '-')} and this body first, and then send the import.`,
});

/** The type is there: fields that it lacks must be added before the import. */
function withFields(existing: RecordType, type: ProposedType): TypesFound {
  const missing = type.fields.filter(({ field_key: key }) =>
    existing.fields.every((field) => field.key !== key),
  );
  const union = {
    ...existing,
    fields: [...existing.fields, ...recordTypeOf({ ...type, fields: missing }).fields],
  };
  const names = missing.map(({ field_key: key }) => key).join(', ');
  const message = `The type ${existing.identifier} has no field ${names}. Add the missing fields to the type, or ignore their columns: {"mapping":{"<column>":null}}.`;
  return {
    ...NOTHING,
    types: [union],
    type: { ...type, identifier: existing.identifier, exists: true },
    problems: missing.length > 0 ? [problemOf('unknown_field', message)] : [],
  };
}

/** A proposed type as one of the workspace, so that rows are read as they will be once it is there. */
function recordTypeOf({ identifier, fields }: ProposedType): RecordType {
  return { id: '', identifier, fieldsVersion: 0, fields: fields.map(customField) };
}

const customField = (field: ProposedType['fields'][number]): CustomField => ({
  key: field.field_key,
  label: field.field_label,
  dataType: field.data_type,
  required: false,
  hasDefault: false,
  defaultValue: null,
  allowNull: true,
  displayOrder: field.display_order,
});

/** One type for each identifier: the first, which has all of its fields. */
function merged(types: readonly RecordType[]): RecordType[] {
  const byName = new Map<string, RecordType>();
  for (const type of types) if (!byName.has(type.identifier)) byName.set(type.identifier, type);
  return [...byName.values()];
}
