import { Injectable } from '@nestjs/common';
import type { InspectionProblem } from '../../catalog/inspect/problem';
import type { Mention, RowsRead } from '../../catalog/inspect/read-rows';
import { ResourceRegistry } from '../../catalog/registry';
import { fieldOf } from '../../catalog/resource-fields';
import type { ResourceDescription } from '../../catalog/resource';
import { Database } from '../../database/database';
import { resolveReferences } from '../../records/resolve-references';

/** What of the records is not asked for: fields that are looked up otherwise, and the type that is yet to be created. */
export interface NotAsked {
  readonly fields: readonly string[];
  readonly texts: readonly string[];
}

/** Names in a message. */
const SHOWN = 5;

/** Looks up what the rows refer to. */
@Injectable()
export class MissingReferences {
  constructor(
    private readonly registry: ResourceRegistry,
    private readonly database: Database,
  ) {}

  /** One problem for each field whose rows mention records that the workspace does not have. */
  async find(
    workspaceId: string,
    resource: ResourceDescription,
    references: RowsRead['references'],
    notAsked: NotAsked,
  ): Promise<InspectionProblem[]> {
    const problems: InspectionProblem[] = [];
    for (const [name, mentions] of references) {
      if (notAsked.fields.includes(name)) continue;
      const { target, only } = fieldOf(resource, name);
      const texts = [...mentions.keys()].filter(
        (text) => !notAsked.texts.includes(text) && !text.includes('\0'),
      );
      if (target === null || texts.length === 0) continue;
      const records = this.registry.get(target);
      const found = await resolveReferences(this.database, records, workspaceId, texts, only);
      const missing = texts.filter((text) => !found.has(text));
      if (missing.length > 0) problems.push(problemFor(name, records, missing, mentions));
    }
    return problems;
  }
}

function problemFor(
  field: string,
  { title, noun }: ResourceDescription,
  missing: readonly string[],
  mentions: ReadonlyMap<string, Mention>,
): InspectionProblem {
  const rows = missing.flatMap((text) => mentions.get(text) ?? []);
  const shown = missing
    .slice(0, SHOWN)
    .map((text) => `"${text.slice(0, 60)}"`)
    .join(', ');
  const more = missing.length > SHOWN ? ` and ${missing.length - SHOWN} more` : '';
  const verb = missing.length === 1 ? 'is' : 'are';
  return {
    code: 'reference_not_found',
    column: field,
    message: `The workspace has no ${noun} ${shown}${more}, which ${verb} named here. Create the ${title.toLowerCase()} first.`,
    count: rows.reduce((sum, { count }) => sum + count, 0),
    first_row: Math.min(...rows.map(({ first_row: row }) => row)),
  };
}
