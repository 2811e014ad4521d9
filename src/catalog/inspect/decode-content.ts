import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import type { EncodingTold } from './inspection';

/** The text of the beginning of a file, and in which encoding it is read. */
export interface DecodedContent {
  readonly text: string;
  readonly told: EncodingTold;
}

/** Decodes the beginning of a file. */
export function decodeContent(content: Buffer): DecodedContent {
  const bom = content[0] === 0xef && content[1] === 0xbb && content[2] === 0xbf;
  const label = isUtf8(content) ? 'utf-8' : null;
  return { text: new TextDecoder('utf-8').decode(content), told: { label, bom, likely: null } };
}
