import { readFile } from 'node:fs/promises';

const DAY_MS = 86_400_000;
const ITEMS = ['open', 'high', 'low', 'close', 'volume'];
const YEAR = 2026;
const HOLIDAYS = {
  '2026-01-01': 'New Year',
  '2026-04-03': 'Good Friday',
  '2026-05-25': 'Spring holiday',
  '2026-09-07': 'Labour Day',
  '2026-12-25': 'Christmas Day',
};
const SHORT = { '2026-11-27': 'Early close', '2026-12-24': 'Early close' };

/** Fills an empty workspace with invented instruments, two hundred bars and a calendar, for pictures. */
export async function fillDemoWorkspace(url, token) {
  const call = async (method, path, body) => {
    const answer = await fetch(`${url}/v1/workspaces/default${path}`, {
      method,
      headers: { Authorization: `Bearer ${token}`, ...(body && { 'Content-Type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  const load = async (resourceType, name, bytes) => {
    const form = new FormData();
    form.set('resource_type', resourceType);
    form.set('file', new Blob([bytes]), name);
    const answer = await fetch(`${url}/v1/workspaces/default/imports`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}` },
      body: form,
    });
    const { id } = await answer.json();
    for (;;) {
      const { status, errors } = await call('GET', `/imports/${id}`);
      if (status === 'completed') return;
      if (status === 'failed') throw new Error(`${name}: ${JSON.stringify(errors)}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  const number = (field_key) => ({ field_key, data_type: 'number' });
  await call('POST', '/instrument-types', {
    identifier: 'equity',
    name: 'Equity',
    fields: [
      { field_key: 'isin', field_label: 'ISIN', is_required: true },
      { field_key: 'listed_on', data_type: 'date' },
      number('shares_outstanding'),
    ],
  });
  await call('POST', '/instrument-types', {
    identifier: 'us-listed',
    name: 'Listed in the US',
    fields: [{ field_key: 'market_category' }, number('round_lot_size')],
  });
  await call('POST', '/market-types', { identifier: 'exchange', name: 'Exchange' });
  await call('POST', '/series', { identifier: 'close', name: 'Closing price', kind: 'scalar' });
  const fields = ITEMS.map(number);
  await call('POST', '/series', { identifier: 'daily', name: 'Daily bars', kind: 'composite', fields });
  await call('POST', '/markets', {
    identifier: 'northgate',
    name: 'Northgate Exchange',
    type_id: 'exchange',
  });
  await load(
    'instruments',
    'instruments.csv',
    await readFile(new URL('../examples/instruments.csv', import.meta.url)),
  );
  await load(
    'time_series_values',
    'prices.csv',
    await readFile(new URL('../examples/prices.csv', import.meta.url)),
  );
  await load('composite_time_series_values', 'harbour-daily.csv', bars(200));
  await call('PUT', '/markets/northgate/calendar', calendar());
}

/** A random walk that is the same each time: every number is invented. */
function bars(count) {
  let seed = 7;
  const next = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
  const lines = [`instrument_id,type_id,timestamp,${ITEMS.join(',')}`];
  let close = 40;
  for (let at = 0; lines.length <= count; at++) {
    const day = new Date(Date.UTC(YEAR, 0, 2) + at * DAY_MS);
    if (day.getUTCDay() % 6 === 0) continue;
    const open = close + (next() - 0.5);
    close = open + (next() - 0.47) * 2;
    const prices = [open, Math.max(open, close) + next(), Math.min(open, close) - next(), close];
    const values = [...prices.map((price) => price.toFixed(2)), Math.round(100_000 + next() * 900_000)];
    lines.push(`harbour.ax,daily,${day.toISOString().slice(0, 10)},${values.join(',')}`);
  }
  return `${lines.join('\n')}\n`;
}

function calendar() {
  const entries = [];
  for (let at = Date.UTC(YEAR, 0, 1); at < Date.UTC(YEAR + 1, 0, 1); at += DAY_MS) {
    const date = new Date(at).toISOString().slice(0, 10);
    const closed = new Date(at).getUTCDay() % 6 === 0 || date in HOLIDAYS;
    const hours = {
      opens_at: `${date}T09:00:00Z`,
      closes_at: `${date}T${date in SHORT ? '13' : '17'}:00:00Z`,
    };
    const description = HOLIDAYS[date] ?? SHORT[date] ?? null;
    entries.push({ date, is_open: !closed, ...(closed ? {} : hours), description });
  }
  return entries;
}
