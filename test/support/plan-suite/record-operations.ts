import { collectionPath } from '../resource-contract/collection-path';
import { ResourceRegistry } from '../../../src/catalog/registry';
import type { PlanBench } from './bench';
import type { Subject } from './states';

/** A record that is made, changed, archived, restored and in the end removed. */
interface Single {
  readonly resource: string;
  /** `listing` is the UUID of the listing made before. */
  readonly body: (listing: string) => object;
  readonly change: object;
}

const SINGLES: readonly Single[] = [
  {
    resource: 'instruments',
    body: () => ({ identifier: 'z1', name: 'Z', type_id: 't', field_values: { isin: 'Z1' } }),
    change: { name: 'Changed', field_values: { rating: '5' } },
  },
  {
    resource: 'markets',
    body: () => ({ identifier: 'z1', name: 'Z', type_id: 'mt' }),
    change: { name: 'Changed' },
  },
  {
    resource: 'market_listings',
    body: () => ({ instrument_id: 'z1', market_id: 'z1', currency: 'AUD' }),
    change: { local_code: 'Changed' },
  },
  {
    resource: 'market_listing_suspensions',
    body: (listing) => ({ listing_id: listing, suspended_from: '2024-01-01T00:00:00Z' }),
    change: { suspended_until: '2024-02-01T00:00:00Z' },
  },
  {
    resource: 'time_series_values',
    body: () => ({ instrument_id: 'z1', type_id: 's', timestamp: '2024-01-01T00:00:00Z', value: '1' }),
    change: { value: '2' },
  },
  {
    resource: 'composite_time_series_values',
    body: () => ({
      instrument_id: 'z1',
      type_id: 'c',
      timestamp: '2024-01-01T00:00:00Z',
      items: [{ field_key: 'open', value: '1' }],
    }),
    change: { items: [{ field_key: 'close', value: '2' }] },
  },
  {
    resource: 'market_calendars',
    body: () => ({ market_id: 'z1', date: '2030-01-01', is_open: true }),
    change: { description: 'Changed' },
  },
];

const DATES = 150;

/** What is done with single records, types and fields, and the calendar of a market. */
export async function runRecords(bench: PlanBench, subject: Subject): Promise<void> {
  const { client } = subject;
  const registry = bench.app.app.get(ResourceRegistry);
  let listing = '';
  for (const { resource, body, change } of SINGLES) {
    const description = registry.get(resource);
    const path = collectionPath(description);
    const one = <T>(name: string, work: () => Promise<T>): Promise<T | undefined> =>
      bench.run({ group: 'single records', resource, name, wanted: 1 }, work);
    const made = await one('create', () => client.post<{ id: string }>(path, body(listing)));
    const id = made?.id ?? '';
    if (resource === 'market_listings') listing = id;
    await one('create again', () => refused(client.post(path, body(listing)), 409));
    await one('get', () => client.get(`${path}/${id}`));
    if (description.identifiedBy !== null) await one('get by identifier', () => client.get(`${path}/z1`));
    await one('change', () => client.request('PATCH', `${path}/${id}`, change));
    await one('archive', () => client.request('DELETE', `${path}/${id}`));
    await one('restore', () => client.post(`${path}/${id}/restore`, {}));
    const { data } = await client.get<{ data: { id: string }[] }>(`${path}?limit=2`);
    await one('change an old one', () => client.request('PATCH', `${path}/${data.at(-1)?.id ?? ''}`, change));
  }
  for (const resource of ['instruments', 'markets']) {
    await bench.run({ group: 'single records', resource, name: 'remove', wanted: 5 }, () =>
      client.request('DELETE', `/${resource}/z1?hard=true`),
    );
  }
  await runCalendars(bench, subject);
  await runTypes(bench, subject);
}

/** Loads a calendar, again, and with changes: `PUT /markets/{id}/calendar`. */
async function runCalendars(bench: PlanBench, { client }: Subject): Promise<void> {
  const days = (description: string): object[] =>
    Array.from({ length: DATES }, (_, at) => ({
      date: new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10),
      is_open: at % 7 !== 0,
      description,
    }));
  const load = (market: string, description: string) => (): Promise<object> =>
    client.request('PUT', `/markets/${market}/calendar`, days(description));
  const operation = { group: 'single records', resource: 'market_calendars', wanted: DATES } as const;
  for (const market of ['a000000', 'a000001', 'a000002'])
    await bench.run({ ...operation, name: `load the calendar of ${market}` }, load(market, 'New'));
  await bench.run({ ...operation, name: 'load it again' }, load('a000002', 'New'));
  await bench.run({ ...operation, name: 'load it changed' }, load('a000002', 'Changed'));
}

/** Types and their fields; whether a field is in use is known by the records of its type. */
async function runTypes(bench: PlanBench, { client }: Subject): Promise<void> {
  for (const [types, used] of [
    ['instrument-types', 't'],
    ['market-types', 'mt'],
  ] as const) {
    const one = <T>(name: string, wanted: number, work: () => Promise<T>): Promise<T | undefined> =>
      bench.run({ group: 'single records', resource: types.replace('-', '_'), name, wanted }, work);
    const fields = [{ field_key: 'a', data_type: 'text' }];
    await one('create', 1, () => client.post(`/${types}`, { identifier: 'z', name: 'Z', fields }));
    await one('get', 1, () => client.get(`/${types}/z`));
    await one('change', 1, () => client.request('PATCH', `/${types}/z`, { name: 'Changed' }));
    await one('add a field', 1, () =>
      client.post(`/${types}/z/fields`, { field_key: 'b', data_type: 'text' }),
    );
    await one('archive', 1, () => client.request('DELETE', `/${types}/z`));
    const { data } = await client.get<{ data: { id: string; field_key: string }[] }>(
      `/${types}/${used}/fields`,
    );
    const records = used === 't' ? 'instruments' : 'markets';
    const { count } = await client.post<{ count: number }>(`/${records}/count`, {});
    const isin = data.find(({ field_key }) => field_key === 'isin')?.id ?? '';
    await one('remove a field in use', count, () =>
      refused(client.request('DELETE', `/${types}/${used}/fields/${isin}`), 409),
    );
  }
}

/** Resolves when a request is refused with this status. */
async function refused(request: Promise<unknown>, status: number): Promise<void> {
  const message = await request.then(
    () => 'accepted',
    (error: Error) => error.message,
  );
  if (!message.includes(`: ${status} `)) throw new Error(`Not refused with ${status}: ${message}`);
}
