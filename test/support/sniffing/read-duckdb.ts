import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { types } from 'node:util';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { decodeHead } from '../../../src/formats/encodings/resolve-encoding';
import { hasValue, type Reading, type Refused } from './reading';

/** What `sniff_csv` tells of a file, as far as it is used here. */
interface Sniffed {
  readonly Delimiter: string;
  readonly Quote: string;
  readonly Escape: string;
  readonly NewLineDelimiter: string;
  readonly Comment: string;
  readonly SkipRows: number;
  readonly HasHeader: boolean;
  readonly Columns: readonly { readonly name: string }[];
}

/** Reads CSV files as DuckDB does: what its sniffer finds, with every column as text. */
export class DuckDb {
  private constructor(
    private readonly instance: DuckDBInstance,
    private readonly connection: DuckDBConnection,
    private readonly folder: string,
  ) {}

  /** `folder`: where files are written that DuckDB cannot read by their encoding. No extension is ever loaded. */
  static async open(folder: string): Promise<DuckDb> {
    const instance = await DuckDBInstance.create(':memory:', {
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
      threads: '1',
    });
    return new DuckDb(instance, await instance.connect(), folder);
  }

  close(): void {
    this.connection.closeSync();
    this.instance.closeSync();
  }

  /** Reads a file. `encoding`: the one in which it is written; DuckDB is given its text as UTF-8. */
  async read(path: string, bytes: Buffer, encoding: string): Promise<Reading | Refused> {
    if (encoding === 'utf-8') return this.readUtf8(path);
    const copy = join(this.folder, 'decoded.csv');
    await writeFile(copy, decodeHead(bytes, encoding, true));
    return this.readUtf8(copy);
  }

  private async readUtf8(path: string): Promise<Reading | Refused> {
    try {
      const [sniffed] = (
        await this.connection.runAndReadAll('SELECT * FROM sniff_csv($path)', { path })
      ).getRowObjectsJS() as unknown as Sniffed[];
      if (sniffed === undefined) return { refused: 'nothing' };
      const found = await this.connection.runAndReadAll(readingOf(path, sniffed));
      return {
        header: sniffed.Columns.map(({ name }) => name),
        records: (found.getRowsJS() as (string | null)[][])
          .map((cells) => cells.map((cell) => cell ?? ''))
          .filter(hasValue),
        hasMadeNames: !sniffed.HasHeader,
        isTrimmed: false,
      };
    } catch (error) {
      // The client throws plain errors whose text begins with their kind; a name with a NUL cannot be written in SQL.
      if (types.isNativeError(error) && /^(?:Invalid Input|Conversion|Parser) Error/.test(error.message)) {
        return { refused: error.message };
      }
      throw error;
    }
  }
}

function readingOf(path: string, sniffed: Sniffed): string {
  const columns = sniffed.Columns.map(({ name }) => `${literal(name)}: 'VARCHAR'`).join(', ');
  const options = [
    `delim=${literal(sniffed.Delimiter)}`,
    `quote=${literal(sniffed.Quote)}`,
    `escape=${literal(sniffed.Escape)}`,
    `comment=${literal(sniffed.Comment)}`,
    `new_line=${literal(sniffed.NewLineDelimiter)}`,
    `skip=${sniffed.SkipRows}`,
    `header=${sniffed.HasHeader}`,
    `columns={${columns}}`,
  ];
  return `SELECT * FROM read_csv(${literal(path)}, auto_detect=false, ${options.join(', ')})`;
}

const EMPTY = '(empty)';
const literal = (text: string): string => (text === EMPTY ? "''" : `'${text.replaceAll("'", "''")}'`);
