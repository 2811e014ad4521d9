import type { Client } from 'pg';
import type { PlannedRow } from './serialization-key-model';
import { SerializationKeyModel } from './serialization-key-model';
import type { Random } from './random';

export type SerializationKeyType = 'instruments' | 'time_series_values';

/** One file to import, with what it means. */
export interface PlannedImport {
  serializationKey: SerializationKey;
  fields: Record<string, string>;
  text: string;
  name: string;
  onError: 'abort' | 'continue';
  dryRun: boolean;
  rows: readonly PlannedRow[];
}

/** Which files a serialization key gets. */
export interface SerializationKeyKind {
  type: SerializationKeyType;
  /** `abort`: whole files only, so that every snapshot is one of the states between two of them. */
  only?: 'abort' | 'continue';
  /** CSV, sorted, without duplicates: what the naive worker understands too. */
  plain?: boolean;
}

const ORDERS = ['ascending', 'ascending', 'shuffled', 'late'] as const;
const INSTANT = (n: number): string =>
  new Date(Date.UTC(2020, 0, 1) + n * 60_000).toISOString().replace('.000Z', 'Z');

/**
 * The imports into one workspace and resource type: generated files, what they must lead to, what
 * is really there.
 */
export class SerializationKey {
  readonly model = new SerializationKeyModel();

  constructor(
    readonly workspace: string,
    readonly kind: SerializationKeyKind,
    /** So many different keys: files overlap. */
    private readonly keys: number,
  ) {}

  get name(): string {
    return `${this.workspace}/${this.kind.type}`;
  }

  /**
   * A file of `size` rows: keys that other files have too, some rows wrong, some twice, in some
   * order and format.
   */
  plan(random: Random, size: number): PlannedImport {
    const { type, only, plain = false } = this.kind;
    const onError = only ?? random.pick(['abort', 'continue', 'continue'] as const);
    const issues = onError === 'abort' && random.chance(0.7) ? 0 : random.pick([0, 0.01, 0.1]);
    const order = plain ? 'ascending' : random.pick(ORDERS);
    const picked = random.shuffle([...Array(this.keys).keys()]).slice(0, size);
    let numbers = order === 'shuffled' ? picked : picked.sort((a, b) => a - b);
    if (order === 'late') numbers = [...numbers.slice(1), ...numbers.slice(0, 1)];
    if (order !== 'ascending' && issues > 0) numbers = [...numbers, ...random.shuffle(numbers).slice(0, 5)];
    const rows = numbers.map((number) => {
      const issue = random.chance(issues) ? random.pick(['invalid_number', 'reference_not_found']) : null;
      return this.row(number, random.below(3), issue);
    });
    const format = plain || random.chance(0.6) ? 'csv' : 'json';
    const columns = Object.keys(this.row(0, 0, null).cells);
    const text =
      format === 'json'
        ? JSON.stringify(rows.map(({ cells }) => cells))
        : [columns, ...rows.map(({ cells }) => Object.values(cells))]
            .map((cells) => `${cells.join(',')}\n`)
            .join('');
    const dryRun = !plain && random.chance(0.05);
    return {
      serializationKey: this,
      fields: { resource_type: type, on_error: onError, ...(dryRun && { dry_run: 'true' }) },
      text,
      name: `file.${format}`,
      onError,
      dryRun,
      rows: rows.map(({ planned }) => planned),
    };
  }

  private row(
    number: number,
    variant: number,
    issue: string | null,
  ): { planned: PlannedRow; cells: Record<string, string> } {
    const amount = issue === 'invalid_number' ? 'x1' : `${number}.${variant}0`;
    const type = (right: string): string => (issue === 'reference_not_found' ? 'nobody' : right);
    if (this.kind.type === 'instruments') {
      const key = `i${String(number).padStart(6, '0')}`;
      const name = `Name ${number} v${variant}`;
      const cells = { identifier: key, name, type_id: type('equity'), rank: amount };
      return { planned: { key, content: `${name}|${amount}`, issue }, cells };
    }
    const [instrument, timestamp] = [`base${number % 3}`, INSTANT(number)];
    const key = `${instrument}|${timestamp}`;
    const cells = { instrument_id: instrument, type_id: type('close'), timestamp, value: amount };
    return { planned: { key, content: amount, issue }, cells };
  }

  /** What is in the database. */
  async readState(client: Pick<Client, 'query'>): Promise<Map<string, string>> {
    const { rows } = await client.query<{ key: string; content: string }>(
      this.kind.type === 'instruments'
        ? `SELECT r.identifier AS key, r.name || '|' || (r.field_values->>'rank') AS content
           FROM instruments r JOIN workspaces w ON w.id = r.workspace_id
           WHERE w.slug = $1 AND r.identifier LIKE 'i%' AND r.archived_at IS NULL`
        : `SELECT i.identifier || '|' || to_char(v.timestamp AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS key,
                  v.value::text AS content
           FROM time_series_values v JOIN instrument_series s ON s.id = v.series_id
           JOIN workspaces w ON w.id = s.workspace_id
           JOIN instruments i ON i.workspace_id = w.id AND i.id = s.instrument_id
           WHERE w.slug = $1 AND v.archived_at IS NULL`,
      [this.workspace],
    );
    return new Map(rows.map(({ key, content }) => [key, content]));
  }
}
