import { DIFFERENCES } from './differences';
import { readSummaries } from './summary';

const BEGIN = '<!-- compared readings: begin -->';
const END = '<!-- compared readings: end -->';

const row = (...cells: readonly (string | number)[]): string =>
  `| ${cells.map((cell) => (typeof cell === 'number' ? cell.toLocaleString('en-US') : cell)).join(' | ')} |`;

const head = (...names: readonly string[]): string[] => [
  '<!-- prettier-ignore -->',
  row(...names),
  row(...names.map(() => '---')),
];

/** The text with the tables between the markers written anew: what came out, and why some files are read differently. */
export function withTables(text: string): string {
  const from = text.indexOf(BEGIN);
  const to = text.indexOf(END);
  if (from < 0 || to < from) throw new Error(`There is no table between "${BEGIN}" and "${END}".`);
  const summaries = Object.entries(readSummaries()).map(([name, one]) =>
    row(name, one.files, one.both, one.cells, one.different, one.only_inspect, one.only_duckdb, one.neither),
  );
  const reasons = DIFFERENCES.map(({ why, files }) => row(files.length, why));
  const lines = [
    ...head(
      'origin',
      'files',
      'read by both',
      'cells compared, all alike',
      'read differently',
      'read by an import alone',
      'read by DuckDB alone',
      'read by neither',
    ),
    ...summaries,
    '',
    ...head('files', 'why they are not read alike'),
    ...reasons,
  ];
  return [text.slice(0, from) + BEGIN, '', ...lines, '', text.slice(to)].join('\n');
}
