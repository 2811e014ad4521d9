import { isUtf8 } from 'node:buffer';
import { likelyEncoding } from '../../formats/encodings/likely-encoding';
import { decodeHead, resolveEncoding, UTF_8 } from '../../formats/encodings/resolve-encoding';
import { wideEncoding } from '../../formats/encodings/wide-encoding';
import { FileError } from '../../formats/format';
import type { DetectedEncoding } from './inspection';

/** The text of the beginning of a file, and in which encoding it is read. */
export interface DecodedContent {
  readonly text: string;
  readonly encoding: DetectedEncoding;
  /** Why no import reads the bytes unless the request names the encoding; null when one does. */
  readonly refusal: FileError | null;
}

/** Bytes that decide about the likely encoding. */
const SAMPLE_BYTES = 65_536;
/** Most bytes of one character at the end of a file of which the rest is missing. */
const CUT_BYTES = 3;

/**
 * Decodes the beginning of a file: in the encoding that `label` names, else in UTF-8, or in UTF-16 by its mark. A file in
 * any other one is decoded in the likely encoding, so that the rest can be detected; the result says that it is not proven.
 */
export function decodeContent(content: Buffer, isWhole: boolean, label: string | undefined): DecodedContent {
  const bom = /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/.test(content.toString('latin1', 0, CUT_BYTES));
  try {
    const encoding = resolveEncoding(label, content);
    if (encoding !== UTF_8 || isText(content, isWhole)) {
      const text = decodeHead(content, encoding, isWhole).toString();
      return { text, encoding: { label: encoding, bom, likely: null }, refusal: null };
    }
    const likely = likelyEncoding(content.subarray(0, SAMPLE_BYTES)) ?? likelyEncoding(content);
    return guessed(content, isWhole, bom, likely, null);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    return guessed(
      content,
      isWhole,
      bom,
      label === undefined ? (wideEncoding(content)?.label ?? null) : null,
      error,
    );
  }
}

function guessed(
  content: Buffer,
  isWhole: boolean,
  bom: boolean,
  likely: string | null,
  refusal: FileError | null,
): DecodedContent {
  const text = likely === null ? '' : decodeHead(content, likely, isWhole).toString();
  return { text, encoding: { label: null, bom, likely }, refusal };
}

/** True for UTF-8, of which the last character may be cut off when the rest of the file is missing. */
function isText(content: Buffer, isWhole: boolean): boolean {
  if (isUtf8(content)) return true;
  if (isWhole) return false;
  return [1, 2, CUT_BYTES].some((cut) => isUtf8(content.subarray(0, content.length - cut)));
}
