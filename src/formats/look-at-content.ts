import { optionsFor, recordPlaces } from './json/document-advice';
import { outlineJson } from './json/json-outline';

/** What the beginning of a file looks like. */
export interface Content {
  /** `array`: a JSON array. `lines`: an object on each line. `object`: one JSON object as a whole. `csv`: anything else. */
  readonly kind: 'array' | 'lines' | 'object' | 'csv';
  /** A clause about it: `it begins with …`. */
  readonly shown: string;
  /** A sentence about how it is sent. */
  readonly advice: string;
  /** The beginning is well-formed JSON, and not only a character that JSON begins with. */
  readonly isCertain: boolean;
  /** It begins like a JSON text, number or word. */
  readonly isScalar: boolean;
  /** The object is on one line, so that NDJSON can mean it. */
  readonly isOneLine: boolean;
}

/** First characters of JSON values that are not objects. */
const SCALAR = /^["\d\-tfn]/;

/** `text`: the beginning of a file, not blank. `isWhole`: it is all of it. */
export function lookAtContent(text: string, isWhole: boolean): Content {
  const start = text.search(/[^ \t\r\n]/);
  const first = text[start];
  const plain = { isCertain: false, isScalar: false, isOneLine: false };
  if (first === '[') {
    const shown = 'it begins with "[", like a JSON array';
    return {
      ...plain,
      kind: 'array',
      shown,
      advice: 'Send it with format=json.',
      isCertain: !outlineJson(text).isMalformed,
    };
  }
  if (first === '{') return { ...plain, ...lookAtObject(text, start, isWhole) };
  return {
    ...plain,
    kind: 'csv',
    shown: 'it begins with neither "[" (a JSON array) nor "{" (an object)',
    advice: 'Send it with format=csv.',
    isScalar: SCALAR.test(text.slice(start)),
  };
}

const ADVICE_ON_LINES =
  'Send it with format=ndjson, which has one object on each line, or put the objects into one array: [{…}, {…}].';

/** One object as a whole, with the records inside, or the first of many lines. */
function lookAtObject(text: string, start: number, isWhole: boolean): Omit<Content, 'isScalar'> {
  const outline = outlineJson(text);
  const lineEnd = text.indexOf('\n', start);
  const end = outline.end ?? text.length;
  const isOneLine = lineEnd < 0 || end <= lineEnd;
  const isAlone =
    outline.end === null ? !outline.isMalformed : isWhole && text.slice(outline.end).trim() === '';
  const isCertain = !outline.isMalformed;
  const lines = {
    kind: 'lines',
    shown: 'it begins with "{", like NDJSON (one object on each line)',
    advice: ADVICE_ON_LINES,
    isCertain,
    isOneLine: true,
  } as const;
  if (!isAlone) return isOneLine || outline.isMalformed ? lines : manyDocuments(isCertain);
  // A record by itself on one line, such as an export of one row, is NDJSON.
  if (isOneLine && recordPlaces(outline).length === 0) return lines;
  const options = optionsFor(outline);
  return {
    kind: 'object',
    shown: `it is one JSON object${isOneLine ? '' : ' over several lines'}, not an array of objects`,
    advice: options === null ? ADVICE_ON_ONE : adviceOn(options, isOneLine),
    isCertain,
    isOneLine,
  };
}

const ADVICE_ON_ONE = 'Put it into brackets, [{…}], or send it on one line with format=ndjson.';

const adviceOn = (options: string, isOneLine: boolean): string =>
  `If its records are inside, send json_options ${options}; if it is one record, ${
    isOneLine ? 'send format=ndjson' : 'put it into brackets: [{…}]'
  }.`;

/** Objects over several lines, one after the other. */
const manyDocuments = (isCertain: boolean): Omit<Content, 'isScalar'> => ({
  kind: 'object',
  shown: 'it has several JSON objects, each over several lines',
  advice: 'Put them into one array, [{…}, {…}], or each on one line.',
  isCertain,
  isOneLine: false,
});
