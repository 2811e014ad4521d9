import { TextDecoder } from 'node:util';
import { Buffer } from 'node:buffer';
import { isSingleByte, NO_CHARACTER, singleByteTable } from './single-byte';

/** The text of one piece of a file, as UTF-8. */
export interface DecodedPiece {
  readonly text: Buffer;
  /** Position in the piece of the first byte that is no text in this encoding, -1: none. `text` ends before it. */
  readonly invalidAt: number;
}

/** Decodes the pieces of one file, one after the other. After an invalid byte nothing more may be decoded. */
export interface ByteDecoder {
  /** `final`: no byte follows; a character that is not complete is then invalid at the end of the piece. */
  decode(piece: Uint8Array, final: boolean): DecodedPiece;
}

/** A decoder from `encoding`, a name of the encoding standard in lower case, to UTF-8. */
export function byteDecoder(encoding: string): ByteDecoder {
  return isSingleByte(encoding) ? new SingleByteDecoder(encoding) : new MultiByteDecoder(encoding);
}

class SingleByteDecoder implements ByteDecoder {
  private readonly table: Uint16Array;

  constructor(encoding: string) {
    this.table = singleByteTable(encoding);
  }

  decode(piece: Uint8Array): DecodedPiece {
    const { table } = this;
    const text = Buffer.allocUnsafe(3 * piece.length);
    let end = 0;
    for (let at = 0; at < piece.length; at++) {
      const unit = table[piece[at] ?? 0] ?? NO_CHARACTER;
      if (unit < 0x80) text[end++] = unit;
      else if (unit < 0x800) {
        text[end++] = 0xc0 | (unit >> 6);
        text[end++] = 0x80 | (unit & 0x3f);
      } else if (unit === NO_CHARACTER) return { text: text.subarray(0, end), invalidAt: at };
      else {
        text[end++] = 0xe0 | (unit >> 12);
        text[end++] = 0x80 | ((unit >> 6) & 0x3f);
        text[end++] = 0x80 | (unit & 0x3f);
      }
    }
    return { text: text.subarray(0, end), invalidAt: -1 };
  }
}

/** What the runtime yields for bytes that its tables lack: control characters of the upper half, and private use. */
const UNMAPPED = /[\u0080-\u009f\ue000-\uf8ff]/;

/**
 * A `TextDecoder` says that a piece has an invalid byte, but not where. A second one follows a piece behind; it reads the
 * invalid piece byte by byte.
 */
class MultiByteDecoder implements ByteDecoder {
  private readonly leading: TextDecoder;
  private readonly following: TextDecoder;
  private readonly isUnicode: boolean;
  private readonly swapped: ReadonlyMap<string, string>;
  /** The piece that `following` has not read yet. */
  private last: Uint8Array = new Uint8Array();

  constructor(encoding: string) {
    this.leading = new TextDecoder(encoding, { fatal: true });
    this.following = new TextDecoder(encoding, { fatal: true });
    this.isUnicode = encoding.startsWith('utf-');
    this.swapped = this.isUnicode ? new Map() : swappedControls(encoding);
  }

  decode(piece: Uint8Array, final: boolean): DecodedPiece {
    this.following.decode(this.last, { stream: true });
    this.last = piece.slice(); // the caller may use its buffer again
    const text = this.decodeWhole(piece, final);
    return text === null ? this.decodeUpToInvalid(piece) : { text: this.toUtf8(text), invalidAt: -1 };
  }

  private decodeWhole(piece: Uint8Array, final: boolean): string | null {
    try {
      const text = this.leading.decode(piece, { stream: !final });
      return this.isMapped(text) ? text : null;
    } catch (error) {
      if (!isInvalidData(error)) throw error;
      return null;
    }
  }

  private decodeUpToInvalid(piece: Uint8Array): DecodedPiece {
    let text = '';
    let start = 0;
    for (let at = 0; at < piece.length; at++) {
      let more: string;
      try {
        more = this.following.decode(piece.subarray(at, at + 1), { stream: true });
      } catch (error) {
        if (!isInvalidData(error)) throw error;
        return { text: this.toUtf8(text), invalidAt: start };
      }
      if (!this.isMapped(more)) return { text: this.toUtf8(text), invalidAt: start };
      if (more !== '') start = at + 1;
      text += more;
    }
    return { text: this.toUtf8(text), invalidAt: start };
  }

  private isMapped(text: string): boolean {
    return this.isUnicode || !UNMAPPED.test(text);
  }

  private toUtf8(text: string): Buffer {
    const { swapped } = this;
    const isAsRead = [...swapped.keys()].every((control) => !text.includes(control));
    return Buffer.from(isAsRead ? text : Array.from(text, (one) => swapped.get(one) ?? one).join(''));
  }
}

/** Old tables of some runtimes exchange three control characters, which the standard does not. */
function swappedControls(encoding: string): ReadonlyMap<string, string> {
  const pairs = [0x1a, 0x1c, 0x7f].map((byte): [string, string] => [
    new TextDecoder(encoding).decode(Uint8Array.of(byte)),
    String.fromCharCode(byte),
  ]);
  return new Map(pairs.filter(([decoded, given]) => decoded !== given));
}

/** By its code, which is the same in every realm. */
const isInvalidData = (error: unknown): boolean =>
  (error as { code?: unknown }).code === 'ERR_ENCODING_INVALID_ENCODED_DATA';
