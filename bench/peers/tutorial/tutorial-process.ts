import { createReadStream } from 'node:fs';
import { parse } from 'fast-csv';
import { DataSource } from 'typeorm';
import { TutorialInstrument, TutorialSeries, TutorialValue } from './tutorial.entities';

const CHUNK = 1_000;
const KEY = ['instrument_id', 'type_id', 'timestamp'];

type Line = Record<'instrument_id' | 'type_id' | 'timestamp' | 'value', string>;
type Values = Pick<TutorialValue, keyof Line>[];

/** An import as in tutorials: rows of fast-csv, `repository.upsert` of a thousand rows at once. */
async function importFile(url: string, file: string, rows: number): Promise<void> {
  const entities = [TutorialInstrument, TutorialSeries, TutorialValue];
  const source = await new DataSource({ type: 'postgres', url, entities }).initialize();
  const start = performance.now();
  const idOf = async (
    entity: typeof TutorialInstrument | typeof TutorialSeries,
  ): Promise<Map<string, string>> =>
    new Map((await source.getRepository(entity).find()).map(({ identifier, id }) => [identifier, id]));
  const instruments = await idOf(TutorialInstrument);
  const series = await idOf(TutorialSeries);
  const repository = source.getRepository(TutorialValue);
  let chunk: Values = [];
  let taken = 0;
  const lines: AsyncIterable<Line> = createReadStream(file).pipe(parse<Line, Line>({ headers: true }));
  for await (const { instrument_id, type_id, timestamp, value } of lines) {
    const instrument = instruments.get(instrument_id);
    const type = series.get(type_id);
    if (instrument === undefined || type === undefined)
      throw new Error(`Unknown: ${instrument_id}, ${type_id}.`);
    chunk.push({ instrument_id: instrument, type_id: type, timestamp, value });
    taken += 1;
    if (chunk.length === CHUNK || taken === rows) {
      await repository.upsert(chunk, KEY);
      chunk = [];
    }
    if (taken === rows) break;
  }
  const seconds = (performance.now() - start) / 1_000;
  await source.destroy();
  process.send?.({ seconds, rows: taken, peakBytes: process.resourceUsage().maxRSS * 1_024 });
}

const [url = '', file = '', rows = ''] = process.argv.slice(2);
void importFile(url, file, Number(rows));
