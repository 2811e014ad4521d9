/** SQL that is true when two values of a type whose equality is that of its canonical texts differ, nulls included. */
export const isDistinct = (a: string, b: string): string => `${a} IS DISTINCT FROM ${b}`;
