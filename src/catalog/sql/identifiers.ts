/**
 * Names that reach SQL text come from descriptions, which `defineResource` confined to `[a-z][a-z0-9_]*`;
 * quoting them guards against reserved words (`timestamp`, `row`).
 */
export const quote = (name: string): string => `"${name}"`;

/** A text as an SQL literal: for keys of custom fields inside expressions, whose grammar holds no quote anyway. */
export const literal = (text: string): string => `'${text.replace(/'/g, "''")}'`;
