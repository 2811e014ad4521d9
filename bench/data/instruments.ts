import { INSTRUMENTS, instantOf, instrumentName } from './names';
import { createRandom } from './random';

export const PLAIN_TYPE = 'bench_plain';
export const RICH_TYPE = 'bench_rich';

/** A custom field of the rich type, as the API takes it. */
export interface RichField {
  readonly field_key: string;
  readonly data_type: 'text' | 'number' | 'date' | 'boolean';
}

const KINDS: readonly RichField['data_type'][] = ['text', 'number', 'text', 'date', 'boolean'];

/** Twenty of them: eight texts, four numbers, four dates, four booleans. */
export const RICH_FIELDS: readonly RichField[] = Array.from({ length: 20 }, (_, index) => {
  const data_type = KINDS[index % KINDS.length] ?? 'text';
  return { field_key: `${data_type}_${String(index + 1).padStart(2, '0')}`, data_type };
});

/** The instruments that values are given for. */
export function* plainInstrumentsAsCsv(): Generator<string> {
  yield 'identifier,name,type_id';
  for (let number = 1; number <= INSTRUMENTS; number++) {
    yield `${instrumentName(number)},Instrument ${number},${PLAIN_TYPE}`;
  }
}

/** Instruments with all custom fields given, names and every other text quoted because they must be. */
export function* richInstrumentsAsCsv(count: number): Generator<string> {
  const random = createRandom(11);
  yield `identifier,name,type_id,${RICH_FIELDS.map(({ field_key }) => field_key).join(',')}`;
  for (let number = 1; number <= count; number++) {
    const cells = RICH_FIELDS.map(({ data_type }, index) => cellOf(data_type, index, random));
    yield `RICH${String(number).padStart(7, '0')},"Company ${number}, ""Class A"" Ltd.",${RICH_TYPE},${cells.join(',')}`;
  }
}

function cellOf(kind: RichField['data_type'], index: number, random: () => number): string {
  if (kind === 'number') return (random() * 1_000_000).toFixed(2);
  if (kind === 'date') return instantOf(Math.floor(random() * 3_000)).slice(0, 10);
  if (kind === 'boolean') return random() < 0.5 ? 'true' : 'false';
  const word = Math.floor(random() * 1e9).toString(36);
  return index % 2 === 0 ? `"${word}, ""${index}"""` : word;
}
