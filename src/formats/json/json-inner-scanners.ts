import type { RecordWindow } from '../record-window';
import { JsonArrayScanner } from './json-array-scanner';

const QUOTE = 34;
const COMMA = 44;
const CLOSE_OBJECT = 125;

/** Scans the elements of an array inside a document, from the byte after its `[` to its `]`. */
export class JsonInnerArrayScanner extends JsonArrayScanner {
  constructor(window: RecordWindow) {
    super(window);
    this.position = 'first';
  }

  get ended(): boolean {
    return this.position === 'end';
  }

  protected override get isInner(): boolean {
    return true;
  }
}

/** Scans the members of an object inside a document, from the byte after its `{`: a record is `"key": value`. */
export class JsonMemberScanner extends JsonInnerArrayScanner {
  protected override readonly close = CLOSE_OBJECT;
  private readsValue = false;

  protected override beginElement(byte: number | undefined): void {
    if (this.position === 'value') {
      if (byte === COMMA || byte === this.close) throw this.syntax('a value is expected after ":"', byte);
      // The record began with its key.
      this.position = 'element';
      this.readsValue = true;
      return;
    }
    if (byte !== QUOTE && byte !== this.close) throw this.syntax('a key in double quotes is expected', byte);
    super.beginElement(byte);
    this.readsValue = false;
  }

  protected override endElement(end: number): void {
    if (this.readsValue) super.endElement(end);
    else this.leaveElement(end, 'colon');
  }
}
