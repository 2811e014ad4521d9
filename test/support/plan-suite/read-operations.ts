import { opsOf } from '../../../src/catalog/filter/filter-fields';
import type { FilterOp } from '../../../src/catalog/filter/filter';
import { instantField, systemFieldsOf } from '../../../src/catalog/resource-fields';
import { ResourceRegistry } from '../../../src/catalog/registry';
import type { ResourceDescription } from '../../../src/catalog/resource';
import { collectionPath } from '../resource-contract/collection-path';
import type { WorkspaceClient } from '../workspace-client';
import type { PlanBench } from './bench';
import type { Subject } from './states';

const PAGE = 51; // a page of 50, and the record that says whether more follow
const READ = [
  'instruments',
  'markets',
  'market_listings',
  'market_listing_suspensions',
  'time_series_values',
  'composite_time_series_values',
  'market_calendars',
];

type Listed = Record<string, unknown> & { id: string };
interface List {
  data: Listed[];
  meta: { next_cursor: string | null };
}

/**
 * Lists and counts of every resource; `thorough`: each sort and each operator on each field, too.
 */
export async function runReads(bench: PlanBench, { client }: Subject, thorough: boolean): Promise<void> {
  const registry = bench.app.app.get(ResourceRegistry);
  for (const name of READ) {
    const reads = await ReadsOf.open(bench, client, registry.get(name));
    await reads.lists();
    await reads.counts();
    if (!thorough) continue;
    await reads.sorts();
    await reads.filters();
  }
  const items = '/composite-time-series-value-items';
  const list = (query: string) => (): Promise<List> => client.get<List>(`${items}${query}`);
  const item = { group: 'reads', resource: 'composite_time_series_value_items' } as const;
  const first = await bench.run({ ...item, name: 'list', wanted: PAGE }, list(''));
  await bench.run(
    { ...item, name: 'next page', wanted: PAGE },
    list(`?after=${first?.meta.next_cursor ?? ''}`),
  );
  const [one] = first?.data ?? [];
  await bench.run(
    { ...item, name: 'list by value_id', wanted: 1 },
    list(`?value_id=${String(one?.['value_id'])}`),
  );
  for (const types of [
    'instrument-types',
    'market-types',
    'series',
    'instrument-type-fields',
    'market-type-fields',
    'time-series-type-fields',
  ]) {
    const resource = types.replaceAll('-', '_');
    await bench.run({ group: 'reads', resource, name: 'list', wanted: 1 }, () => client.get(`/${types}`));
    await bench.run({ group: 'reads', resource, name: 'count', wanted: 1 }, () =>
      client.post(`/${types}/count`, {}),
    );
  }
}

class ReadsOf {
  private constructor(
    private readonly bench: PlanBench,
    private readonly client: WorkspaceClient,
    private readonly resource: ResourceDescription,
    private readonly total: number,
    private readonly first: List,
  ) {}

  static async open(
    bench: PlanBench,
    client: WorkspaceClient,
    resource: ResourceDescription,
  ): Promise<ReadsOf> {
    const path = collectionPath(resource);
    const { count } = await client.post<{ count: number }>(`${path}/count`, {});
    return new ReadsOf(bench, client, resource, count, await client.get<List>(path));
  }

  async lists(): Promise<void> {
    const { data, meta } = this.first;
    const ids = data.slice(0, 20).map(({ id }) => id);
    await this.list('list', this.page(50), '');
    await this.list('next page', this.page(50), `?after=${meta.next_cursor ?? ''}`);
    await this.list('list of 200', this.page(200), '?limit=200');
    await this.list('list by ids', ids.length, `?ids=${ids.join(',')}`);
    await this.list('list with archived records', this.page(50), '?archived=all');
    await this.list('list of archived records', this.total, '?archived=true');
    if (this.resource.search.length > 0) await this.list('search', this.total, '?q=0004');
    if (instantField(this.resource) !== null)
      await this.list(
        'list of a period',
        this.resource.naturalKey.length === 2 ? this.total : this.page(50),
        '?from=2024-01-01&to=2024-01-02',
      );
    for (const [name, value] of this.references()) {
      await this.list(
        `list by ${name}`,
        Math.min(await this.matches(name, value), this.wantedBy(name)),
        `?${name}=${value}`,
      );
    }
  }

  async counts(): Promise<void> {
    await this.post('count', 'count', this.total, {});
    for (const [field, value] of this.references()) {
      const filter = { field, op: 'eq', value };
      await this.post('count', `count by ${field}`, await this.matches(field, value), { filter });
    }
    const filter = { field: 'created_at', op: 'gt', value: '2000-01-01T00:00:00Z' };
    await this.post('count', 'count by created_at', this.total, { filter });
  }

  async sorts(): Promise<void> {
    for (const [field, { kind }] of [...this.resource.fields, ...systemFieldsOf(this.resource)]) {
      if (kind.pgType === 'json') continue;
      for (const direction of ['asc', 'desc'])
        await this.post('filter', `sort by ${field} ${direction}`, this.total, {
          sort: [{ field, direction }],
        });
    }
    if (this.resource.customFields?.form === 'object')
      await this.post('filter', 'sort by field.isin', this.total, { sort: [{ field: 'field.isin' }] });
  }

  async filters(): Promise<void> {
    const [record] = this.first.data.slice(5);
    for (const [field, description] of [...this.resource.fields, ...systemFieldsOf(this.resource)]) {
      const value = record?.[field] ?? description.example;
      for (const op of opsOf(description)) {
        const few = (op === 'eq' || op === 'in') && this.isLookedUp(field);
        const filter = { field, op, value: valueFor(op, value) };
        const { count } = few ? await this.count(filter) : { count: this.total };
        await this.post('filter', `filter ${field} ${op}`, count, { filter });
      }
    }
    if (this.resource.customFields === null) return;
    const key = this.resource.customFields.form === 'object' ? 'field.rating' : 'field.open';
    for (const op of ['eq', 'lt', 'in'] as const) {
      const filter = { field: key, op, value: op === 'in' ? ['3', '4'] : '3' };
      await this.post('filter', `filter ${key} ${op}`, this.total, { filter });
    }
  }

  /** References of the record in the middle of the first page, by field. */
  private references(): [string, string][] {
    const [record] = this.first.data.slice(5);
    return [...this.resource.fields].flatMap(([name, { target }]): [string, string][] =>
      target === null || record?.[name] === undefined ? [] : [[name, String(record[name])]],
    );
  }

  /** Whether an index finds the records that have a value in `field`. */
  private isLookedUp(field: string): boolean {
    const { fields, identifiedBy } = this.resource;
    return (
      field === 'id' || field === identifiedBy || (fields.get(field)?.target !== null && fields.has(field))
    );
  }

  /**
   * A page, and the record that says whether more follow; all records where the order is that of
   * three tables.
   */
  private page(limit: number): number {
    return this.resource.parentKey?.resource ? this.total : limit + 1;
  }

  /**
   * A page where an index has the records of a type in the order of the list; those of one parent
   * are sorted.
   */
  private wantedBy(name: string): number {
    return name === 'type_id' ? PAGE : Infinity;
  }

  private async matches(field: string, value: string): Promise<number> {
    return (await this.count({ field, op: 'eq', value })).count;
  }

  private count(filter: object): Promise<{ count: number }> {
    return this.client.post(`${collectionPath(this.resource)}/count`, { filter });
  }

  private async list(name: string, wanted: number, query: string): Promise<void> {
    const operation = { group: 'reads', resource: this.resource.name, name, wanted } as const;
    await this.bench.run(operation, () => this.client.get(`${collectionPath(this.resource)}${query}`));
  }

  private async post(path: string, name: string, wanted: number, body: object): Promise<void> {
    const operation = { group: 'reads', resource: this.resource.name, name, wanted } as const;
    await this.bench.run(operation, () => this.client.post(`${collectionPath(this.resource)}/${path}`, body));
  }
}

function valueFor(op: FilterOp, value: unknown): unknown {
  if (op === 'is_null') return true;
  if (op === 'like') return String(value).slice(-3);
  return op === 'in' || op === 'not_in' ? [value] : value;
}
