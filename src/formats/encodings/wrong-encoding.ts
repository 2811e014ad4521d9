import { Buffer } from 'node:buffer';
import { FileError } from '../format';
import { likelyEncoding, decodedOrNull } from './likely-encoding';
import { encodingAdvice } from './resolve-encoding';

const LF = 10;
const CR = 13;
const SAMPLE_BYTES = 65_536;
const MAX_SHOWN = 80;

/**
 * The error of a file that was read as UTF-8 and is not: which byte, the likely encoding, and how its line reads in it.
 * `bytes`: a part of the file with the invalid byte at `at`; `offset` and `line`: where that byte is in the file.
 */
export function notUtf8(bytes: Buffer, at: number, offset: number, line: number): FileError {
  const byte = bytes.toString('hex', at, at + 1).toUpperCase();
  const where = `Byte 0x${byte} at offset ${offset} (line ${line}) is not UTF-8.`;
  return new FileError('invalid_utf8', `${where} ${advice(bytes, at, line)}`, line);
}

function advice(bytes: Buffer, at: number, line: number): string {
  const sample = linesAround(bytes, at);
  if (isMostlyUtf8(sample)) {
    return 'Most other characters of the file are: it is damaged there, or was put together from files of several encodings. Save it as UTF-8 again.';
  }
  const encoding = likelyEncoding(sample);
  const text = encoding === null ? null : decodedOrNull(lineOf(bytes, at), encoding);
  if (encoding === null || text === null) return 'Save the file as UTF-8.';
  const shown = JSON.stringify(text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text);
  return `The file is likely ${nameOf(encoding)}: line ${line} then reads ${shown}. If that is right, ${encodingAdvice(encoding)}; otherwise save the file as UTF-8.`;
}

/** `windows-1252` → `Windows-1252`, as it is written in texts. */
const nameOf = (encoding: string): string => encoding.replace(/^windows/, 'Windows');

/** Whole lines before and after the position, at most 64 KiB. */
function linesAround(bytes: Buffer, at: number): Buffer {
  const from = Math.max(0, at - SAMPLE_BYTES / 2);
  const to = Math.min(bytes.length, at + SAMPLE_BYTES / 2);
  const first = from === 0 ? 0 : lineStart(bytes, at, from);
  const last = to === bytes.length ? to : bytes.lastIndexOf(LF, to);
  return bytes.subarray(first, last > at ? last : to);
}

/** The first start of a line at or after `from`, at the latest that of the line at `at`. */
function lineStart(bytes: Buffer, at: number, from: number): number {
  const found = bytes.indexOf(LF, from);
  return found < 0 || found >= at ? bytes.lastIndexOf(LF, at) + 1 : found + 1;
}

/** The line at `at`, without its end; 4 KiB of it are enough to be shown. */
function lineOf(bytes: Buffer, at: number): Buffer {
  const start = at === 0 ? 0 : bytes.lastIndexOf(LF, at - 1) + 1;
  const lf = bytes.indexOf(LF, at);
  const end = lf < 0 ? bytes.length : lf;
  return bytes.subarray(start, bytes[end - 1] === CR && end > start ? end - 1 : end);
}

/** A sequence of two to four bytes that UTF-8 has, and one byte that it does not have, as latin1. */
const UTF_8_SEQUENCE = /[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}/g;
const HIGH_RUN = /[\x80-\xff]+/g;
const MIN_WELL_FORMED = 0.8;

/** True when nearly all of the bytes beyond ASCII are well-formed UTF-8. */
function isMostlyUtf8(sample: Buffer): boolean {
  const text = sample.toString('latin1');
  const high = (text.match(HIGH_RUN) ?? []).join('').length;
  const formed = (text.match(UTF_8_SEQUENCE) ?? []).join('').length;
  return formed > MIN_WELL_FORMED * high;
}
