/** A word of a command line, in quotes where a shell needs them. */
export const quoteWord = (text: string): string =>
  /^[\w=./:@%+-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
