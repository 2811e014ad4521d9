import { BAR_FIELDS, BAR_SERIES } from '../data/bars';
import type { WorkspaceFiles } from '../data/files';
import { PLAIN_TYPE, RICH_FIELDS, RICH_TYPE } from '../data/instruments';
import { MARKET_TYPE, marketYears } from '../data/reference-data';
import { VALUE_SERIES } from '../data/values';
import type { Client } from './client';

/** Creates the types, series and instruments to which the files refer, through the API. */
export async function setUpWorkspace(client: Client, files: WorkspaceFiles): Promise<void> {
  await client.post('/instrument-types', { identifier: PLAIN_TYPE, name: 'Plain' });
  await client.post('/instrument-types', { identifier: RICH_TYPE, name: 'Rich', fields: RICH_FIELDS });
  await client.post('/market-types', { identifier: MARKET_TYPE, name: 'Market' });
  await client.post('/series', { identifier: VALUE_SERIES, name: 'Close', kind: 'scalar' });
  const fields = BAR_FIELDS.map((field_key) => ({ field_key, data_type: 'number' }));
  await client.post('/series', { identifier: BAR_SERIES, name: 'Daily bar', kind: 'composite', fields });
  await client.import({ path: files.plainInstruments, resource: 'instruments' });
}

/** Imports all files into a workspace, after `setUpWorkspace`. */
export async function fillWorkspace(
  client: Client,
  files: WorkspaceFiles,
  calendarDays: number,
): Promise<void> {
  const uploads = [
    { path: files.richInstruments, resource: 'instruments' },
    { path: files.values, resource: 'time_series_values' },
    { path: files.bars, resource: 'composite_time_series_values' },
    { path: files.markets, resource: 'markets' },
    { path: files.listings, resource: 'market_listings' },
    { path: files.suspensions, resource: 'market_listing_suspensions' },
  ];
  for (const upload of uploads) await client.import(upload);
  await loadCalendars(client, calendarDays);
}

/** Loads calendar days, a year of one market with each request; there is no file import of calendars. */
export async function loadCalendars(client: Client, days: number): Promise<void> {
  for (const year of marketYears(days)) await client.put(`/markets/${year.market}/calendar`, year.days);
}
