import type { ResourceDescription } from '../catalog/resource';

const pascal = (words: string): string =>
  words
    .split(/[ _-]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');

/** How the documents name one record and many: `Instrument`, `Instruments`, `an instrument`. */
export function resourceLabels({ name, noun, title }: ResourceDescription): {
  one: string;
  many: string;
  aNoun: string;
  nouns: string;
} {
  const article = /^[aeiou]/i.test(noun) ? 'an' : 'a';
  return { one: pascal(noun), many: pascal(name), aNoun: `${article} ${noun}`, nouns: title.toLowerCase() };
}
