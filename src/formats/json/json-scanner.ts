import type { FileLayout } from '../file-layout';
import type { RecordScanner, RecordWindow } from '../record-window';
import { JsonArrayScanner } from './json-array-scanner';
import { isDocument, jsonLayout } from './json-layout';
import { JsonPathScanner } from './json-path-scanner';

/** Scans a JSON file: one array of records, or a document with the records inside, as the layout says. */
export class JsonScanner implements RecordScanner {
  private readonly scanner: RecordScanner;

  constructor(window: RecordWindow, { json }: FileLayout) {
    this.scanner = isDocument(json)
      ? new JsonPathScanner(window, jsonLayout(json))
      : new JsonArrayScanner(window);
  }

  advance(final: boolean): boolean {
    return this.scanner.advance(final);
  }
}
