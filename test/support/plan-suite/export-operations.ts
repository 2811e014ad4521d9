import type { PlanBench } from './bench';
import type { Subject } from './states';

/** A resource that is exported, and how its records are narrowed to one parent. */
interface Exportable {
  readonly resource: string;
  readonly parent: string | null;
  /** The resource of that parent, where it may have more records than the resource itself. */
  readonly beside?: string;
}

const EXPORTABLES: readonly Exportable[] = [
  { resource: 'instruments', parent: null },
  { resource: 'markets', parent: null },
  { resource: 'market_listings', parent: 'instrument_id' },
  { resource: 'market_listing_suspensions', parent: 'instrument_id' },
  { resource: 'time_series_values', parent: 'instrument_id' },
  { resource: 'composite_time_series_values', parent: 'instrument_id' },
  { resource: 'market_calendars', parent: 'market_id', beside: 'markets' },
];

/** Exports every resource in each format, whole, with archived records, and narrowed by filters. */
export async function runExports(bench: PlanBench, { client }: Subject): Promise<void> {
  for (const { resource, parent, beside } of EXPORTABLES) {
    const counts = [resource, beside ?? resource].map((name) =>
      client.post<{ count: number }>(`/${name.replaceAll('_', '-')}/count`, {}),
    );
    const count = Math.max(...(await Promise.all(counts)).map((answer) => answer.count));
    const one = async (name: string, wanted: number, order: object): Promise<void> => {
      await bench.run({ group: 'exports', resource, name, wanted }, async () => {
        await client.export({ object_type: resource, ...order });
      });
    };
    await one('everything as CSV', count, {});
    await one('everything as NDJSON', count, { format: 'ndjson' });
    await one('with archived records as JSON', count, { format: 'json', include_archived: true });
    const recent = { field: 'created_at', op: 'gt', value: '2000-01-01T00:00:00Z' };
    await one('a filter that no index serves', count, { filter: recent });
    const few =
      parent === null
        ? { field: 'identifier', op: 'in', value: ['a000001', 'a000003'] }
        : { field: parent, op: 'eq', value: 'a000001' };
    const { count: found } = await client.post<{ count: number }>(`/${resource.replaceAll('_', '-')}/count`, {
      filter: few,
    });
    if (found === 0) throw new Error(`There are no ${resource} of a000001.`);
    await one('the records of one parent', found, { filter: few });
  }
}
