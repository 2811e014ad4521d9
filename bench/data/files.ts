import { join } from 'node:path';
import type { Sizes } from '../options';
import { barsAsCsv } from './bars';
import { plainInstrumentsAsCsv, richInstrumentsAsCsv } from './instruments';
import { makeValues, valuesAsCsv, valuesAsJson, valuesAsNdjson, valuesAsPoints } from './values';
import { writeLines } from './write-lines';

/** Paths of the generated files. */
export interface BenchFiles {
  readonly plainInstruments: string;
  readonly values: string;
  /** The same values for a table keyed by a number. */
  readonly points: string;
  readonly formats: { readonly csv: string; readonly json: string; readonly ndjson: string };
  readonly bars: string;
  readonly richInstruments: string;
}

/** Writes them all: the same bytes in every run. */
export async function writeFiles(folder: string, sizes: Sizes): Promise<BenchFiles> {
  const files: BenchFiles = {
    plainInstruments: join(folder, 'instruments.csv'),
    values: join(folder, 'values.csv'),
    points: join(folder, 'points.txt'),
    formats: {
      csv: join(folder, 'formats.csv'),
      json: join(folder, 'formats.json'),
      ndjson: join(folder, 'formats.ndjson'),
    },
    bars: join(folder, 'bars.csv'),
    richInstruments: join(folder, 'rich-instruments.csv'),
  };
  await writeLines(files.plainInstruments, plainInstrumentsAsCsv());
  await writeLines(files.values, valuesAsCsv(makeValues(sizes.values)));
  await writeLines(files.points, valuesAsPoints(makeValues(sizes.values)));
  await writeLines(files.formats.csv, valuesAsCsv(makeValues(sizes.formats)));
  await writeLines(files.formats.json, valuesAsJson(makeValues(sizes.formats)));
  await writeLines(files.formats.ndjson, valuesAsNdjson(makeValues(sizes.formats)));
  await writeLines(files.bars, barsAsCsv(sizes.bars));
  await writeLines(files.richInstruments, richInstrumentsAsCsv(sizes.instruments));
  return files;
}

/** Values that come later than all others, so that they are new: the file of a growing history. */
export async function writeGrowthFile(folder: string, count: number, firstDay: number): Promise<string> {
  const path = join(folder, `growth-${firstDay}.csv`);
  await writeLines(path, valuesAsCsv(makeValues(count, firstDay)));
  return path;
}
