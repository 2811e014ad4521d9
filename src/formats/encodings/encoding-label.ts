import { TextDecoder } from 'node:util';
/** Encodings that the standard knows by name and that a runtime may not decode. */
const OWN = ['iso-8859-16', 'x-user-defined'];
/** The standard decodes these to nothing but an error: no text can be read from them safely. */
const REFUSED = ['csiso2022kr', 'hz-gb-2312', 'iso-2022-cn', 'iso-2022-cn-ext', 'iso-2022-kr', 'replacement'];

/**
 * The name in lower case of the encoding that `label` denotes in the WHATWG encoding standard (`latin1` is
 * `windows-1252`); null when it denotes none, or one that the standard never decodes.
 */
export function encodingOfLabel(label: string): string | null {
  const plain = label.replace(/^[\t\n\f\r ]+|[\t\n\f\r ]+$/g, '').toLowerCase();
  if (OWN.includes(plain)) return plain;
  if (REFUSED.includes(plain)) return null;
  try {
    return new TextDecoder(plain).encoding;
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ERR_ENCODING_NOT_SUPPORTED') return null;
    throw error;
  }
}

/** What is wrong with a label that denotes no encoding. */
export const unknownEncoding = (label: string): string =>
  `"${label}" is no encoding. Labels of the WHATWG encoding standard are taken, such as utf-8, windows-1252, ` +
  'windows-1250, windows-1251, iso-8859-15, utf-16le, shift_jis, euc-jp, gb18030, big5 or euc-kr.';
