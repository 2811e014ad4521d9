import { ResourceRegistry } from '../../../src/catalog/registry';
import type { ResourceDescription } from '../../../src/catalog/resource';
import { quote } from '../../../src/catalog/sql/sql-text';
import { columnOf, fromRecords } from '../../../src/catalog/sql/record-source';
import type { FileFormat } from '../../../src/formats/format';
import type { ImportJobDto } from '../../../src/imports/import-job.dto';
import type { TestApp } from '../test-app';
import { WorkspaceClient, type Upload } from '../workspace-client';
import { collectionPath } from './collection-path';
import { Parents } from './parents';
import { SAMPLE_FIELDS, sampleCustom, sampleValue, varyingField } from './sample-values';
import { writeFile, type Row } from './write-file';

/** Rows of one transaction in the suite: small, so that every file of it spans several. */
export const BATCH_ROWS = 3;

let workspaces = 0;

/** One resource in a workspace of its own, with the parents that its sample rows need. */
export class Subject {
  readonly parents: Parents;
  readonly path: string;

  private constructor(
    readonly app: TestApp,
    readonly resource: ResourceDescription,
    readonly client: WorkspaceClient,
    readonly workspaceId: string,
    readonly registry: ResourceRegistry,
  ) {
    this.parents = new Parents(client, registry);
    this.path = collectionPath(resource);
  }

  static async create(app: TestApp, resource: ResourceDescription): Promise<Subject> {
    const client = await WorkspaceClient.create(app, `contract-${++workspaces}`);
    const { id } = await client.get<{ id: string }>('');
    return new Subject(app, resource, client, id, app.app.get(ResourceRegistry));
  }

  /** The sample rows of these numbers: every field filled, parents made. */
  rows(...numbers: number[]): Promise<Row[]> {
    return Promise.all(numbers.map((n) => this.row(n)));
  }

  private async row(n: number): Promise<Row> {
    const { fields, parentKey, customFields } = this.resource;
    const row: Record<string, string> = {};
    for (const [name, field] of fields) {
      if (name === parentKey?.directField) continue;
      const varies = name === varyingField(this.resource);
      if (field.target === null) row[name] = sampleValue(field, n);
      else
        row[name] = await this.parents.provide(
          this.resource,
          name,
          varies ? `${field.example}-${n}` : field.example,
        );
    }
    const references = parentKey?.fields.map((name) => [name, row[name] ?? '']) ?? [];
    await this.parents.provideParents(this.resource, Object.fromEntries(references) as Row);
    if (customFields) for (const [key, value] of Object.entries(sampleCustom(n))) row[`field.${key}`] = value;
    return row;
  }

  /** The columns that identify a row. */
  keyOf(row: Row): Row {
    return Object.fromEntries(this.resource.naturalKey.map((name) => [name, row[name] ?? '']));
  }

  /**
   * The columns that a row may change on a record that is there, without its period, with which
   * others may overlap.
   */
  get changeable(): string[] {
    const { fields, naturalKey, parentKey, period } = this.resource;
    const own = [...fields].filter(
      ([name, { immutable }]) =>
        !immutable && !naturalKey.includes(name) && name !== parentKey?.directField && name !== period?.until,
    );
    return [...own.map(([name]) => name), ...this.customColumns];
  }

  /** The columns that may be empty, the end of a period last. */
  get clearable(): string[] {
    const { fields, parentKey, period } = this.resource;
    const own = [...fields].filter(([name, { required }]) => !required && name !== parentKey?.directField);
    const custom = this.customColumns.filter((column) => !this.requiredCustom.includes(column));
    const isEnd = (column: string): number => Number(column === period?.until);
    return [...own.map(([name]) => name), ...custom].sort((a, b) => isEnd(a) - isEnd(b));
  }

  /** The columns that are not of the natural key and must not be empty. */
  get required(): string[] {
    const own = [...this.resource.fields].filter(
      ([name, { required, immutable }]) => required && !immutable && !this.resource.naturalKey.includes(name),
    );
    return [...own.map(([name]) => name), ...this.requiredCustom];
  }

  private get customColumns(): string[] {
    return this.resource.customFields ? SAMPLE_FIELDS.map(({ field_key }) => `field.${field_key}`) : [];
  }

  private get requiredCustom(): string[] {
    return this.resource.customFields ? ['field.ratio'] : [];
  }

  import(rows: readonly Row[], words: Partial<Upload> & { format?: FileFormat } = {}): Promise<ImportJobDto> {
    const { format = 'csv' } = words;
    return this.importFile(writeFile(format, rows), format, words);
  }

  importFile(file: string | Buffer, format: FileFormat, words: Partial<Upload> = {}): Promise<ImportJobDto> {
    return this.client.import({ file, name: `file.${format}`, resource_type: this.resource.name, ...words });
  }

  async export(format: FileFormat, includeArchived = false): Promise<string> {
    const wanted = { object_type: this.resource.name, format, include_archived: includeArchived };
    return (await this.client.export(wanted)).file.toString('utf8');
  }

  /** All there is to be known of the records: two tables are the same when this is. */
  snapshot(): Promise<string> {
    return this.export('ndjson', true);
  }

  async count(filter: object = {}): Promise<number> {
    const { count } = await this.client.post<{ count: number }>(`${this.path}/count`, { filter });
    return count;
  }

  /** Removes every record of the resource from the workspace, and no parent. */
  async truncate(): Promise<void> {
    const { resource } = this;
    await this.app.database.query(
      `DELETE FROM ${quote(resource.table)} WHERE ctid IN
         (SELECT r.ctid FROM ${fromRecords(resource)} WHERE ${columnOf(resource, 'workspace_id')} = $1)`,
      [this.workspaceId],
    );
  }
}
