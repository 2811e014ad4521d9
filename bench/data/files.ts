import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Sizes, WorkspaceSizes } from '../options';
import { barsAsCsv } from './bars';
import { plainInstrumentsAsCsv, richInstrumentsAsCsv } from './instruments';
import { listingsAsCsv, marketsAsCsv, suspensionsAsCsv } from './reference-data';
import { createValues, valuesAsCsv, valuesAsJson, valuesAsNdjson, valuesAsPoints } from './values';
import { writeLines } from './write-lines';

/** Paths of the generated files that fill a workspace. */
export interface WorkspaceFiles {
  readonly plainInstruments: string;
  readonly values: string;
  readonly bars: string;
  readonly richInstruments: string;
  readonly markets: string;
  readonly listings: string;
  readonly suspensions: string;
}

/** Paths of all generated files. */
export interface BenchFiles extends WorkspaceFiles {
  /** The same values for a table keyed by a number. */
  readonly points: string;
  readonly formats: { readonly csv: string; readonly json: string; readonly ndjson: string };
}

/** Writes the files that fill a workspace of these sizes. */
export async function writeWorkspaceFiles(folder: string, sizes: WorkspaceSizes): Promise<WorkspaceFiles> {
  await mkdir(folder, { recursive: true });
  const files: WorkspaceFiles = {
    plainInstruments: join(folder, 'instruments.csv'),
    values: join(folder, 'values.csv'),
    bars: join(folder, 'bars.csv'),
    richInstruments: join(folder, 'rich-instruments.csv'),
    markets: join(folder, 'markets.csv'),
    listings: join(folder, 'listings.csv'),
    suspensions: join(folder, 'suspensions.csv'),
  };
  await writeLines(files.plainInstruments, plainInstrumentsAsCsv());
  await writeLines(files.values, valuesAsCsv(createValues(sizes.values)));
  await writeLines(files.bars, barsAsCsv(sizes.bars));
  await writeLines(files.richInstruments, richInstrumentsAsCsv(sizes.instruments));
  await writeLines(files.markets, marketsAsCsv(sizes.markets));
  await writeLines(files.listings, listingsAsCsv(sizes.listings));
  await writeLines(files.suspensions, suspensionsAsCsv(sizes.suspensions));
  return files;
}

/** Writes them all: the same bytes in every run. */
export async function writeFiles(folder: string, sizes: Sizes): Promise<BenchFiles> {
  const points = join(folder, 'points.txt');
  const formats = {
    csv: join(folder, 'formats.csv'),
    json: join(folder, 'formats.json'),
    ndjson: join(folder, 'formats.ndjson'),
  };
  const files = await writeWorkspaceFiles(folder, sizes);
  await writeLines(points, valuesAsPoints(createValues(sizes.values)));
  await writeLines(formats.csv, valuesAsCsv(createValues(sizes.formats)));
  await writeLines(formats.json, valuesAsJson(createValues(sizes.formats)));
  await writeLines(formats.ndjson, valuesAsNdjson(createValues(sizes.formats)));
  return { ...files, points, formats };
}

/** Writes a file of values that are later than all others, and therefore new. */
export async function writeGrowthFile(folder: string, count: number, firstDay: number): Promise<string> {
  const path = join(folder, `growth-${firstDay}.csv`);
  await writeLines(path, valuesAsCsv(createValues(count, firstDay)));
  return path;
}
