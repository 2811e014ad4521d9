const KEBAB = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Postgres cuts names at 63 bytes; the longest of a skeleton is the table name followed by `_identifier_unique`. */
const MAX_CHARACTERS = 40;

/** Names that have another meaning in the files of the skeleton. */
const RESERVED = ['arguments', 'columns', 'entities', 'exports', 'indexes', 'indices', 'modules', 'objects'];

const USAGE = 'npm run resource:new <plural> [<singular>], for example: npm run resource:new credit-ratings';

/** A sentence on invalid arguments; null when they are valid. */
export function findNameError(plural, singular, rest) {
  if (plural === undefined) return `Say what the resource is called: ${USAGE}`;
  if (rest.length > 0) return `There are arguments too many: ${USAGE}`;
  for (const name of [plural, singular ?? plural]) {
    if (!KEBAB.test(name))
      return `"${name}" is no kebab-case name: lower-case letters and digits, words joined by one dash, like credit-ratings.`;
    if (name.length > MAX_CHARACTERS) return `"${name}" has more than ${MAX_CHARACTERS} characters.`;
  }
  if (RESERVED.includes(plural)) return `"${plural}" means something else in code; add a word to it.`;
  if (singular === undefined && singularOf(plural) === null)
    return `"${plural}" does not look like a plural. Name the resource in the plural, or give the singular too: npm run resource:new ${plural} <singular>`;
  return null;
}

/** Every name that the files of a resource need. */
export function nameResource(plural, singular = singularOf(plural), timestamp) {
  return {
    folder: plural,
    singular,
    /** In imports and exports, and of the table. */
    name: plural.replaceAll('-', '_'),
    title: capital(plural.replaceAll('-', ' ')),
    noun: singular.replaceAll('-', ' '),
    entity: pascal(singular),
    description: camel(plural),
    controller: `${pascal(plural)}Controller`,
    module: `${pascal(plural)}Module`,
    migration: `${pascal(plural)}${timestamp}`,
    migrationFile: `migrations/${timestamp}-${plural}.ts`,
  };
}

/** The singular of a regular English plural; null for any other word. */
function singularOf(plural) {
  if (/(^|-)series$/.test(plural)) return plural;
  if (/[^aeiou]ies$/.test(plural)) return plural.replace(/ies$/, 'y');
  if (/(ss|x|ch|sh|us)es$/.test(plural)) return plural.replace(/es$/, '');
  if (/[^su]s$/.test(plural)) return plural.slice(0, -1);
  return null;
}

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
const pascal = (kebab) => kebab.split('-').map(capital).join('');
const camel = (kebab) => kebab.charAt(0) + pascal(kebab).slice(1);
