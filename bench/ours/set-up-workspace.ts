import { BAR_FIELDS, BAR_SERIES } from '../data/bars';
import type { BenchFiles } from '../data/files';
import { PLAIN_TYPE, RICH_FIELDS, RICH_TYPE } from '../data/instruments';
import { VALUE_SERIES } from '../data/values';
import type { Client } from './client';

/** Makes the types, the series and the instruments that the files refer to, all through the API. */
export async function setUpWorkspace(client: Client, files: BenchFiles): Promise<void> {
  await client.post('/instrument-types', { identifier: PLAIN_TYPE, name: 'Plain' });
  await client.post('/instrument-types', { identifier: RICH_TYPE, name: 'Rich', fields: RICH_FIELDS });
  await client.post('/series', { identifier: VALUE_SERIES, name: 'Close', kind: 'scalar' });
  const fields = BAR_FIELDS.map((field_key) => ({ field_key, data_type: 'number' }));
  await client.post('/series', { identifier: BAR_SERIES, name: 'Daily bar', kind: 'composite', fields });
  await client.import({ path: files.plainInstruments, resource: 'instruments' });
}
