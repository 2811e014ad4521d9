import type { ColumnEvidence } from './column';
import type { ResourceScore } from './proposal';
import type { ResourceFit } from './resource-fit';
import { BAR_CONCEPTS, fitOf, INSTRUMENT_NAMES, MARKET_NAMES, nameKey } from './synonyms';

/** A share of the score, and what earns it. */
interface Share {
  readonly points: number;
  readonly message: string;
}

/** From here on a resource type is proposed, when no other one comes as close as `MIN_DISTANCE`. */
export const MIN_SCORE = 0.7;
export const MIN_DISTANCE = 0.1;

/** A bar has at least these measures. */
const MIN_BARS = 3;

/** How well the columns fit the resource: shares for what it needs, less what it has no place for. */
export function scoreOf(fit: ResourceFit, columns: readonly ColumnEvidence[]): ResourceScore {
  const shares = (SCORES[fit.resource.name] ?? general)(fit, columns);
  const total = shares.reduce((sum, { points }) => sum + points, 0);
  const score = Math.round(Math.min(1, Math.max(0, total)) * 100) / 100;
  return { resource_type: fit.resource.name, score, evidence: shares.map(({ message }) => message) };
}

type Score = (fit: ResourceFit, columns: readonly ColumnEvidence[]) => Share[];

/** Any other resource: the share of its required fields that have a column. */
const general: Score = (fit) => {
  const required = [...fit.resource.fields].filter(([, field]) => field.required).map(([name]) => name);
  return fed(fit, Object.fromEntries(required.map((name) => [name, 1 / required.length])));
};

const SCORES: Readonly<Record<string, Score>> = {
  instruments: (fit, columns) => [
    ...fed(fit, { identifier: 0.5, name: 0.5 }),
    ...repeatedKey(fit),
    ...named(columns, MARKET_NAMES, 'markets'),
  ],
  markets: (fit, columns) => [
    ...fed(fit, { identifier: 0.5, name: 0.5 }),
    ...repeatedKey(fit),
    ...named(columns, INSTRUMENT_NAMES, 'instruments'),
    ...(columns.some(({ name }) => fitOf(name, 'isin') !== null)
      ? [{ points: -0.2, message: 'A market has no ISIN.' }]
      : []),
  ],
  market_listings: (fit, columns) => [
    ...fed(fit, { instrument_id: 0.4, market_id: 0.4 }),
    ...(['local_code', 'currency', 'lot_size'].some((name) => fit.feeds.has(name))
      ? [{ points: 0.2, message: 'There is a local code, a currency or a lot size.' }]
      : []),
    ...nameShare(columns),
  ],
  market_listing_suspensions: (fit) =>
    fed(fit, { instrument_id: 0.25, market_id: 0.25, suspended_from: 0.5 }),
  market_calendars: (fit) => fed(fit, { date: 0.2, opens_at: 0.35, closes_at: 0.35, market_id: 0.1 }),
  time_series_values: (fit, columns) => {
    const bars = barColumns(columns).length;
    const shares = fed(fit, { instrument_id: 0.2, timestamp: 0.4, value: 0.4 });
    if (!fit.feeds.has('value')) return [...shares, { points: -0.4, message: 'No column holds the value.' }];
    return bars >= MIN_BARS
      ? [...shares, { points: -0.4, message: 'There are several measures: those are items.' }]
      : shares;
  },
  composite_time_series_values: (fit, columns) => {
    const shares = fed(fit, { instrument_id: 0.2, timestamp: 0.4 });
    const bars = barColumns(columns).map(({ name }) => `"${name}"`);
    const measures = fit.unclaimed.filter(({ kind }) => kind === 'decimal').length;
    if (bars.length >= MIN_BARS)
      return [...shares, { points: 0.4, message: `${bars.join(', ')} are the measures of a bar.` }];
    if (measures >= 2)
      return [...shares, { points: 0.25, message: `${measures} columns of numbers may be items.` }];
    return [...shares, { points: -0.4, message: 'There are no two columns of numbers.' }];
  },
};

function fed({ feeds }: ResourceFit, points: Readonly<Record<string, number>>): Share[] {
  return Object.entries(points).flatMap(([name, share]) => {
    const feed = feeds.get(name);
    return feed ? [{ points: share, message: `"${feed.column.name}" feeds ${name}.` }] : [];
  });
}

function repeatedKey({ feeds }: ResourceFit): Share[] {
  const column = feeds.get('identifier')?.column;
  if (!column || column.unique) return [];
  return [{ points: -0.4, message: `"${column.name}" has values that repeat, and an identifier must not.` }];
}

function named(columns: readonly ColumnEvidence[], names: readonly string[], of: string): Share[] {
  const keys = new Set(names.map(nameKey));
  const found = columns.find(({ name }) => keys.has(nameKey(name)));
  return found ? [{ points: -0.2, message: `"${found.name}" is a column of ${of}.` }] : [];
}

function nameShare(columns: readonly ColumnEvidence[]): Share[] {
  const found = columns.find(({ name }) => fitOf(name, 'name') !== null);
  if (!found) return [];
  const isDescription = nameKey(found.name) === 'description';
  return [{ points: isDescription ? -0.15 : -0.3, message: `A listing has no place for "${found.name}".` }];
}

/** The columns of numbers that are measures of a bar. */
export const barColumns = (columns: readonly ColumnEvidence[]): ColumnEvidence[] =>
  columns.filter(
    ({ kind, name }) => kind === 'decimal' && BAR_CONCEPTS.some((concept) => fitOf(name, concept) !== null),
  );
