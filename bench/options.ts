import { parseArgs } from 'node:util';
import { marketsNamed } from './data/reference-data';

/** How many records a workspace has. */
export interface WorkspaceSizes {
  readonly values: number;
  readonly bars: number;
  /** Instruments with custom fields, besides the thousand that have values. */
  readonly instruments: number;
  readonly markets: number;
  readonly listings: number;
  readonly suspensions: number;
  /** Days of calendars, a year a market. */
  readonly calendarDays: number;
}

/** How many rows each case has. */
export interface Sizes extends WorkspaceSizes {
  /** Rows of the same values in each of the three formats. */
  readonly formats: number;
  /** Rows of the tutorial, whose rate hardly depends on them. */
  readonly tutorial: number;
  /** Rows that are imported beside those already stored. */
  readonly growth: number;
  readonly stored: readonly number[];
  /** Small jobs that are timed one by one, and the number of jobs over which the rate is measured. */
  readonly smallJobs: number;
  readonly jobsInARow: number;
}

/** Options of the command line. */
export interface Options {
  readonly quick: boolean;
  readonly rounds: number;
  /** Only sections whose title contains this text run; null: all. */
  readonly only: string | null;
  /** Folder for a CPU profile of the application; null: none is taken. */
  readonly profile: string | null;
  readonly sizes: Sizes;
  /** True for the full run, whose results are written to RESULTS.md. */
  readonly counts: boolean;
  /** The command line as it was entered. */
  readonly command: string;
}

const FULL: Sizes = {
  values: 1_000_000,
  formats: 500_000,
  bars: 500_000,
  instruments: 100_000,
  markets: 20_000,
  listings: 100_000,
  suspensions: 50_000,
  calendarDays: 36_500,
  tutorial: 100_000,
  growth: 100_000,
  stored: [0, 100_000, 1_000_000, 10_000_000],
  smallJobs: 30,
  jobsInARow: 1_000,
};

/** Sizes of the three other workspaces of the aged instance, relative to the measured one. */
const OTHER_WORKSPACES = { large: 1, medium: 0.25, small: 0.02 } as const;

const ROUNDS = 3;
const QUICK_PART = 10;

/**
 * `--quick`: one round, a tenth of the rows. For details: `--rounds N`, `--divide N` (of the rows), `--only text`
 * (of a section's title), `--profile folder`.
 */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      rounds: { type: 'string' },
      divide: { type: 'string' },
      only: { type: 'string' },
      profile: { type: 'string' },
    },
  });
  const { quick } = values;
  const rounds = readCount('--rounds', values.rounds ?? String(quick ? 1 : ROUNDS));
  const divisor = readCount('--divide', values.divide ?? String(quick ? QUICK_PART : 1));
  const only = values.only ?? null;
  const profile = values.profile ?? null;
  return {
    quick,
    rounds,
    only,
    profile,
    sizes: divideSizes(FULL, divisor),
    counts: rounds >= ROUNDS && divisor === 1 && only === null && profile === null,
    command: ['npm run bench', ...(args.length > 0 ? ['--', ...args] : [])].join(' '),
  };
}

/** The other workspaces of the aged instance, by name. */
export function otherWorkspaces(sizes: WorkspaceSizes): [name: string, sizes: WorkspaceSizes][] {
  return Object.entries(OTHER_WORKSPACES).map(([name, part]) => [name, partOfWorkspace(sizes, part)]);
}

/** The smallest of those workspaces, large enough to run every kind of job once. */
export const smallestWorkspace = (sizes: WorkspaceSizes): WorkspaceSizes =>
  partOfWorkspace(sizes, OTHER_WORKSPACES.small);

function partOfWorkspace(sizes: WorkspaceSizes, share: number): WorkspaceSizes {
  const part = (count: number): number => Math.ceil(count * share);
  const listings = part(sizes.listings);
  const calendarDays = part(sizes.calendarDays);
  return {
    values: part(sizes.values),
    bars: part(sizes.bars),
    instruments: part(sizes.instruments),
    markets: Math.max(part(sizes.markets), marketsNamed({ listings, calendarDays })),
    listings,
    suspensions: Math.min(part(sizes.suspensions), listings),
    calendarDays,
  };
}

function divideSizes(sizes: Sizes, divisor: number): Sizes {
  const part = (count: number): number => Math.ceil(count / divisor);
  return {
    ...partOfWorkspace(sizes, 1 / divisor),
    formats: part(sizes.formats),
    tutorial: part(sizes.tutorial),
    growth: part(sizes.growth),
    stored: sizes.stored.map(part),
    smallJobs: divisor > 10 ? part(sizes.smallJobs) : sizes.smallJobs,
    jobsInARow: part(sizes.jobsInARow),
  };
}

function readCount(name: string, text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new Error(`${name} must be a whole number from 1, not "${text}".`);
  return Number(text);
}
