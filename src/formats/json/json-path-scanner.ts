import type { RecordScanner, RecordWindow } from '../record-window';
import { JsonInnerArrayScanner, JsonMemberScanner } from './json-inner-scanners';
import type { JsonLayout } from './json-layout';
import { JsonPathWalker } from './json-path-walker';

/**
 * Scans the records of an array or object inside a JSON document. What is before and after it is checked and skipped; no
 * more of it is in memory than one text or number. Throws a `FileError` `json_path_not_found` when the document has no
 * such array, with the keys that it has there.
 */
export class JsonPathScanner implements RecordScanner {
  private readonly walker: JsonPathWalker;
  private records: JsonInnerArrayScanner | null = null;

  constructor(
    private readonly window: RecordWindow,
    private readonly layout: JsonLayout,
  ) {
    this.walker = new JsonPathWalker(window, layout);
  }

  /** All records of the file were scanned. */
  get pastRecords(): boolean {
    return this.records?.ended === true;
  }

  advance(final: boolean): boolean {
    const { window } = this;
    if (this.records === null) {
      if (!this.walker.read(final)) return window.full;
      this.records =
        this.layout.records === 'members' ? new JsonMemberScanner(window) : new JsonInnerArrayScanner(window);
    }
    if (!this.records.ended) {
      if (this.records.advance(final)) return true;
      if (!this.records.ended) return false;
    }
    this.walker.skipRest(final);
    return window.full;
  }
}
