import { CsvParserStream, ParserOptions } from '@fast-csv/parse';
import type { CsvDialect } from './csv-dialect';

/** fast-csv reads one character at a time: more than so many characters at once would block the event loop. */
const MAX_PARSED_LENGTH = 4_096;

/**
 * Reads the contents of quoted cells with escaped quotes by fast-csv, with the dialect as its options. Only these cells are
 * left to it, and it reads them exactly: from unquoted ones it drops blanks, and byte order marks at the start of a record,
 * and it takes a lone CR for a line end. Cells of many records are read together: each reading has a stream of its own.
 */
export class QuotedCells {
  private readonly options: ParserOptions;
  private texts: string[] = [];
  private places: { readonly cells: string[]; readonly index: number }[] = [];
  private length = 0;

  constructor(private readonly dialect: CsvDialect) {
    const { delimiter, quote, escape } = dialect;
    // Rows are arrays: as objects they would lose columns like `__proto__`.
    this.options = new ParserOptions({
      headers: false,
      delimiter,
      quote,
      ...(escape !== 'double' && { escape }),
    });
  }

  /** The content of `text`, a well-formed cell with its quotes, is in `cells` at `index` after the next `flush`. */
  add(cells: string[], index: number, text: string): void {
    if (text.length > MAX_PARSED_LENGTH || this.dialect.lenient) {
      cells[index] = this.unescape(text.slice(1, -1));
      return;
    }
    if (this.length + text.length > MAX_PARSED_LENGTH) this.flush();
    this.texts.push(text);
    this.places.push({ cells, index });
    this.length += text.length + 1;
  }

  /** Sets the contents of all cells that were added. */
  flush(): void {
    if (this.texts.length === 0) return;
    const contents = this.parse(`${this.texts.join(this.dialect.delimiter)}\n`);
    for (const [index, place] of this.places.entries()) place.cells[place.index] = contents[index] as string;
    this.texts = [];
    this.places = [];
    this.length = 0;
  }

  /** A stream gives the first row that is written to it at once; it pauses only after that. */
  private parse(record: string): readonly unknown[] {
    const stream = new CsvParserStream<string[], string[]>(this.options);
    let failure: Error | null = null;
    stream.on('error', (error) => (failure = error));
    stream.write(record);
    const contents: unknown = stream.read();
    if (Array.isArray(contents) && contents.length === this.texts.length) return contents;
    throw new Error(`${this.texts.length} quoted cells were not read as one record.`, { cause: failure });
  }

  private unescape(content: string): string {
    const { quote, escape } = this.dialect;
    if (escape === '\\')
      return content.replace(/\\(["'\\])/g, (pair, next) =>
        next === quote || next === '\\' ? String(next) : pair,
      );
    return content.split(`${quote}${quote}`).join(quote ?? '');
  }
}
