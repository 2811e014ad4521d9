import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { inspectContent, type ContentProposal } from '../../catalog/inspect/inspect-content';
import type { ContentInspection, FileInspection } from '../../catalog/inspect/inspection';
import type { InspectionGiven } from '../../catalog/inspect/given-options';
import { problemOf } from '../../catalog/inspect/problem';
import type { Proposal } from '../../catalog/inspect/proposal';
import { readRows } from '../../catalog/inspect/read-rows';
import type { BindingOptions } from '../../catalog/binding/binding-options';
import { namedFields } from '../../catalog/binding/named-fields';
import { ResourceRegistry } from '../../catalog/registry';
import { problem } from '../../http/problem/problem.exception';
import { findImportable } from '../importable';
import { ImportProfiles, namedProfile } from '../upload/import-profiles';
import { mergeSettings } from '../upload/merge-settings';
import { readImportForm } from '../upload/read-import-form';
import { UploadReceiver } from '../upload/upload-receiver';
import { askMember } from './ask-member';
import { HeadStorage } from './head-storage';
import { unpackHead } from './unpacked-head';
import { askColumns, matchingProfile } from './fitting-profiles';
import { MissingReferences } from './missing-references';
import { WorkspaceTypes } from './workspace-types';

/** Inspects files: tells how one would be imported. Nothing is stored. */
@Injectable()
export class InspectionsService {
  constructor(
    private readonly receiver: UploadReceiver,
    private readonly registry: ResourceRegistry,
    private readonly types: WorkspaceTypes,
    private readonly references: MissingReferences,
    private readonly profiles: ImportProfiles,
  ) {}

  /** Receives a form, of whose file only the first mebibyte is kept in memory. Throws 4xx for a form that cannot be read. */
  async inspect(workspaceId: string, request: Request, response: Response): Promise<FileInspection> {
    const storage = new HeadStorage();
    const { file, fields } = await this.receiver.receive(request, response, storage);
    const given = await this.readGiven(workspaceId, fields);
    const { error, ...content } = await unpackHead(storage, file, given.options.member);
    const told = await inspectContent({ ...content, fileName: content.name }, this.registry, given);
    const inspection = await this.complete(workspaceId, told, given);
    const profiles = await this.profiles.all(workspaceId);
    return {
      ...inspection,
      file_name: file.name,
      file_size: file.size,
      is_whole: content.isWhole,
      compression: content.compression,
      member: content.compression === 'zip' ? content.name : null,
      matching_profile: matchingProfile(profiles, told.inspection.header),
      questions: [...askMember(error), ...askColumns(profiles, told), ...inspection.questions],
      problems: error === null ? inspection.problems : [problemOf(error.code, error.message)],
    };
  }

  private async readGiven(
    workspaceId: string,
    fields: Readonly<Record<string, string>>,
  ): Promise<InspectionGiven> {
    const { resource_type: type, profile: name, ...form } = readImportForm(fields);
    const profile = await namedProfile(this.profiles, workspaceId, name);
    const wanted = type ?? profile?.resourceType ?? null;
    const found = wanted === null ? null : findImportable(this.registry, wanted);
    if (typeof found === 'string') {
      throw problem(422, 'unsupported_resource_type', found, {
        errors: [{ pointer: '/resource_type', code: 'unsupported_resource_type', message: found }],
      });
    }
    const settings = mergeSettings(profile?.settings ?? {}, form);
    const { identifier_column, format, mapping, defaults, spreadsheet_safe, ...options } = settings;
    return {
      resourceType: found?.name ?? null,
      identifierColumn: identifier_column ?? null,
      format: format ?? null,
      mapping: mapping ?? {},
      defaults: defaults ?? {},
      spreadsheetSafe: spreadsheet_safe ?? false,
      options,
    };
  }

  /** Adds what the workspace knows: types, and the records that the rows refer to. */
  private async complete(
    workspaceId: string,
    { inspection, proposal, read }: ContentProposal,
    given: InspectionGiven,
  ): Promise<ContentInspection> {
    const resource = this.registry.find(proposal.resource_type ?? '');
    const refusal = resource && findImportable(this.registry, resource.name);
    if (!resource || read === null) return inspection;
    if (typeof refusal === 'string') {
      const problems = [...inspection.problems, problemOf('unsupported_resource_type', refusal)];
      return { ...inspection, problems };
    }
    const names = [...namedFields(bindingOf(proposal, given)), ...read.table.header];
    const types = await this.types.find(workspaceId, resource, proposal, given, names);
    const final = types.typeName === null ? proposal : withType(proposal, types.typeName);
    const rows = readRows(read.records, {
      resource,
      types: types.types,
      binding: bindingOf(final, given),
      spreadsheetSafe: given.spreadsheetSafe,
      header: read.header,
      csv: inspection.csv_options ?? {},
      refusesRepeated: (given.options.on_duplicate ?? 'error') === 'error',
    });
    const missing = await this.references.find(workspaceId, resource, rows.references, {
      fields: Object.keys(final.match),
      texts: types.type?.exists === false ? [types.type.identifier] : [],
    });
    return {
      ...inspection,
      ...shown(final),
      sample: rows.sample,
      ignored_columns: rows.ignored,
      type: types.type,
      questions: [...inspection.questions, ...types.questions],
      evidence: [...inspection.evidence, ...types.evidence],
      problems: [...inspection.problems, ...types.problems, ...rows.problems, ...missing],
    };
  }
}

const withType = (proposal: Proposal, typeId: string): Proposal => ({
  ...proposal,
  defaults: { ...proposal.defaults, type_id: typeId },
});

const shown = ({
  mapping,
  defaults,
  field_options,
  match,
  unpivot,
}: Proposal): Pick<Proposal, 'mapping' | 'defaults' | 'field_options' | 'match' | 'unpivot'> => ({
  mapping,
  defaults,
  field_options,
  match,
  unpivot,
});

/** The options as an import with the proposal would have them. */
function bindingOf(
  { mapping, defaults, field_options, match, unpivot }: Proposal,
  { identifierColumn, options }: InspectionGiven,
): BindingOptions {
  const all = { ...options, field_options, match, ...(unpivot !== null && { unpivot }) };
  return { mapping, defaults, identifierColumn, options: all };
}
