import type { InspectionDto } from '../../src/imports/inspect/inspection.dto';
import type { ImportJobDto } from '../../src/imports/import-job.dto';
import { WorkspaceClient, type Upload } from './workspace-client';
import type { TestApp } from './test-app';

/** Answers to questions: the label of a choice by the code of its question, and fields of the form for the others. */
export interface Answers {
  readonly choose?: Readonly<Record<string, string>>;
  readonly fields?: Readonly<Record<string, unknown>>;
}

/** A file that is imported as its inspection proposes, in a workspace of its own. */
export class InspectedImport {
  private constructor(
    private readonly app: TestApp,
    readonly client: WorkspaceClient,
    private readonly file: Buffer,
    private readonly name: string,
  ) {}

  static async open(app: TestApp, slug: string, file: Buffer, name: string): Promise<InspectedImport> {
    return new InspectedImport(app, await WorkspaceClient.create(app, slug), file, name);
  }

  /** Inspects the file with these fields of the form. */
  async inspect(fields: Readonly<Record<string, unknown>> = {}): Promise<InspectionDto> {
    const form = new FormData();
    for (const [key, value] of Object.entries(fields)) {
      form.set(key, typeof value === 'string' ? value : JSON.stringify(value));
    }
    form.set('file', new Blob([new Uint8Array(this.file)]), this.name);
    const response = await fetch(`${this.app.url}/v1/workspaces/${this.client.workspace}/imports/inspect`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${this.app.token}` },
      body: form,
    });
    if (response.status !== 200) throw new Error(`inspect: ${response.status} ${await response.text()}`);
    return (await response.json()) as InspectionDto;
  }

  /** Inspects, and inspects again with the answers to what was asked. */
  async answer({ choose = {}, fields = {} }: Answers): Promise<InspectionDto> {
    const asked = await this.inspect(fields);
    const chosen = asked.questions.flatMap(({ code, choices }) =>
      choices.filter(({ label }) => choose[code] === label).map(({ options }) => options),
    );
    return chosen.length === 0 ? asked : this.inspect({ ...fields, ...Object.assign({}, ...chosen) });
  }

  /** Creates the type that the inspection proposes, and the records to which the rows refer. */
  async prepare({ type, unpivot }: InspectionDto, references: References): Promise<void> {
    const { client } = this;
    if (type !== null && !type.exists) {
      const { resource, identifier, name, kind, fields } = type;
      await client.post(`/${resource.replaceAll('_', '-')}`, {
        identifier,
        name,
        ...(kind && { kind }),
        fields,
      });
    }
    if (unpivot?.name_to === 'type_id') {
      for (const identifier of references.series ?? []) {
        await client.post('/series', { identifier, name: identifier, kind: 'scalar' });
      }
    }
    const { instruments = [], markets = [], pairs = [] } = references;
    if (instruments.length > 0) await client.post('/instrument-types', { identifier: 'any', name: 'any' });
    if (markets.length > 0) await client.post('/market-types', { identifier: 'any', name: 'any' });
    await this.load(
      'instruments',
      instruments.map((identifier) => ({ identifier, name: identifier, type_id: 'any' })),
    );
    await this.load(
      'markets',
      markets.map((identifier) => ({ identifier, name: identifier, type_id: 'any' })),
    );
    await this.load(
      'market_listings',
      pairs.map(([instrument_id, market_id]) => ({ instrument_id, market_id })),
    );
  }

  /**
   * Imports the whole file: every member of the inspection that is a field of the form is sent as it is. `also`: fields of
   * the form that an inspection has not.
   */
  import(inspection: InspectionDto, also: Readonly<Record<string, unknown>> = {}): Promise<ImportJobDto> {
    const { resource_type, format, mapping, defaults, field_options, match } = inspection;
    const { csv_options, json_options, unpivot, member } = inspection;
    const optional = { csv_options, json_options, unpivot, member };
    const given = Object.entries(optional).filter(([, value]) => value !== null);
    const form = { resource_type, format, mapping, defaults, field_options, match, on_error: 'continue' };
    return this.client.import({
      file: this.file,
      name: this.name,
      ...form,
      ...Object.fromEntries(given),
      ...also,
    } as Upload);
  }

  private async load(resourceType: string, records: readonly object[]): Promise<void> {
    if (records.length === 0) return;
    const file = records.map((record) => `${JSON.stringify(record)}\n`).join('');
    const job = await this.client.import({ file, name: 'all.ndjson', resource_type: resourceType });
    if (job.status !== 'completed')
      throw new Error(`${resourceType}: ${JSON.stringify(job.errors.slice(0, 3))}`);
  }
}

/** The records to which the rows of a file refer, by identifier. */
export interface References {
  readonly instruments?: readonly string[];
  readonly markets?: readonly string[];
  /** Instrument and market of each listing. */
  readonly pairs?: readonly (readonly [string, string])[];
  readonly series?: readonly string[];
}
