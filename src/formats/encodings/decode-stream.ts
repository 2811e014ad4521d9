import { Buffer } from 'node:buffer';
import { markLength } from '../encoding';
import { FileError } from '../format';
import { byteDecoder, type ByteDecoder } from './byte-decoder';
import { resolveEncoding, UTF_8, WIDE_HEAD_BYTES } from './resolve-encoding';
import { wideEncoding } from './wide-encoding';

/**
 * Number of leading bytes that decide about the encoding. A shorter file is checked by the bytes it has. More are needed of
 * a wide encoding: the message that names it shows the first line, whatever the first chunk was.
 */
const ENCODING_BYTES = 4;
/** Bytes are decoded in pieces of at most so many: a very large chunk costs no more than many small ones. */
const PIECE_BYTES = 65_536;
const LF = 10;

/**
 * The bytes of a file as UTF-8. A file in UTF-8 is passed on as it is, its byte order mark included; every other one is
 * decoded and has none. `label`: the encoding that the request names, undefined: UTF-8, or UTF-16 by its mark. Memory is
 * that of one piece. Throws what `resolveEncoding` throws, and a `FileError` `invalid_encoding` with offset and line, after
 * all text before the invalid byte. Bytes that are not UTF-8 are not checked here when they are passed on.
 */
export async function* asUtf8(
  source: AsyncIterable<Uint8Array>,
  label: string | undefined,
): AsyncGenerator<Uint8Array> {
  let reader: ((chunk: Uint8Array, final: boolean) => Iterable<Uint8Array>) | null = null;
  let head: Uint8Array = new Uint8Array();
  for await (const chunk of source) {
    if (reader !== null) {
      yield* reader(chunk, false);
      continue;
    }
    head = head.length === 0 ? chunk : Buffer.concat([head, chunk]);
    if (head.length < (wideEncoding(head) === null ? ENCODING_BYTES : WIDE_HEAD_BYTES)) continue;
    reader = textReader(resolveEncoding(label, head));
    yield* reader(head, false);
  }
  if (reader === null) yield* textReader(resolveEncoding(label, head))(head, true);
  else yield* reader(new Uint8Array(), true);
}

function textReader(encoding: string): (chunk: Uint8Array, final: boolean) => Iterable<Uint8Array> {
  if (encoding === UTF_8) return (chunk) => [chunk];
  const decoding = new Decoding(encoding, byteDecoder(encoding));
  return (chunk, final) => decoding.read(chunk, final);
}

/** The decoding of one file, and how far it is. */
class Decoding {
  private offset = 0;
  private line = 1;
  private begun = false;

  constructor(
    private readonly encoding: string,
    private readonly decoder: ByteDecoder,
  ) {}

  *read(chunk: Uint8Array, final: boolean): Generator<Uint8Array> {
    for (let at = 0; at < chunk.length; at += PIECE_BYTES)
      yield* this.readPiece(chunk.subarray(at, at + PIECE_BYTES), false);
    if (final) yield* this.readPiece(new Uint8Array(), true);
  }

  private *readPiece(piece: Uint8Array, final: boolean): Generator<Uint8Array> {
    const { text, invalidAt } = this.decoder.decode(piece, final);
    for (let at = text.indexOf(LF); at >= 0; at = text.indexOf(LF, at + 1)) this.line++;
    if (text.length > 0) {
      yield this.begun ? text : text.subarray(markLength(text));
      this.begun = true;
    }
    if (invalidAt >= 0) throw this.invalidByte(piece[invalidAt], this.offset + invalidAt);
    this.offset += piece.length;
  }

  private invalidByte(byte: number | undefined, offset: number): FileError {
    const { encoding, line } = this;
    const message =
      byte === undefined
        ? `The file ends in the middle of a character of ${encoding} (offset ${offset}, line ${line}). Is it cut short?`
        : `Byte 0x${byte.toString(16).toUpperCase().padStart(2, '0')} at offset ${offset} (line ${line}) is no character of ` +
          `${encoding}, in which the file is read. It has another encoding, or is damaged there.`;
    return new FileError('invalid_encoding', message, line);
  }
}
