/** Strings, quoted names, words with what is attached to them, parentheses, commas, and any other character. */
const TOKENS = /'(?:[^']|'')*'|"(?:[^"]|"")*"|[A-Za-z_$][\w$.]*|\s+|[(),]|[^\s'"(),A-Za-z_$]+/g;

/** Clauses that begin a line; of two words where the second one decides. */
const CLAUSES = new Set(
  (
    'SELECT,FROM,WHERE,JOIN,LEFT JOIN,CROSS JOIN,LEFT OUTER,INNER JOIN,GROUP BY,ORDER BY,HAVING,LIMIT,OFFSET,UNION ALL,' +
    'UNION,VALUES,SET,RETURNING,ON CONFLICT,FOR KEY,FOR SHARE,FOR UPDATE'
  ).split(','),
);
/** Clauses of a CASE and conditions begin a line too, one step further in. */
const STEPS = new Set(['AND', 'OR', 'WHEN', 'ELSE']);
/** A parenthesis that begins with one of these holds a statement, on lines of its own. */
const STATEMENTS = new Set(['SELECT', 'WITH', 'INSERT', 'UPDATE', 'DELETE', 'VALUES']);

const WIDTH = 110;
/** A subquery of at most this many characters stays within its line. */
const SHORT = 40;

/**
 * Breaks SQL into lines at its clauses and indents subqueries: stable and readable, and no more. Strings and quoted names
 * stay as they are; other white space is one space.
 */
export function formatSql(sql: string): string {
  const tokens = (sql.match(TOKENS) ?? []).map((token) => (/^\s+$/.test(token) ? ' ' : token));
  const next = (at: number): string => tokens.slice(at + 1).find((token) => token !== ' ') ?? '';
  const lines: string[] = [];
  const parentheses: boolean[] = []; // true for those that hold a statement
  let line = '';
  let between = 0; // BETWEENs whose AND is to come
  const depth = (): number => parentheses.filter(Boolean).length;
  const breakLine = (steps: number): void => {
    if (line.trim() !== '') lines.push(...wrap(line));
    line = '  '.repeat(steps);
  };
  let before = '';
  tokens.forEach((token, at) => {
    const word = token.toUpperCase();
    const inStatement = parentheses.at(-1) ?? true;
    if (token === '(') {
      line += token;
      parentheses.push(STATEMENTS.has(next(at).toUpperCase()) && lengthOfGroup(tokens, at) > SHORT);
      if (parentheses.at(-1) === true) breakLine(depth());
    } else if (token === ')') {
      if (parentheses.pop() === true) breakLine(depth());
      line = `${line.trim() === '' ? line : line.trimEnd()})`;
    } else if (token === ' ') {
      if (line.trim() !== '' && !line.endsWith(' ') && before !== '(') line += ' ';
    } else {
      const pair = `${word} ${next(at).toUpperCase()}`;
      if (word === 'BETWEEN') between++;
      const isClause = (CLAUSES.has(word) && before !== 'DISTINCT') || CLAUSES.has(pair);
      const follows =
        ['LEFT', 'CROSS', 'INNER', 'OUTER'].includes(before) || (word === 'UPDATE' && before === 'FOR');
      if (inStatement && isClause && !follows) breakLine(depth());
      else if (inStatement && STEPS.has(word) && !(word === 'AND' && between > 0)) breakLine(depth() + 1);
      if (word === 'AND' && between > 0) between--;
      line += token;
    }
    if (token !== ' ') before = word;
  });
  breakLine(0);
  return lines.map((each) => each.trimEnd()).join('\n');
}

/** Cuts a long line behind commas, and before conditions within parentheses. */
function wrap(line: string): string[] {
  if (line.length <= WIDTH) return [line];
  const indent = `${/^ */.exec(line)?.[0] ?? ''}    `;
  const lines: string[] = [];
  let current = '';
  for (const piece of line.split(/(?<=, )|(?= (?:AND|OR|WHEN|ELSE|END|THEN) )/)) {
    if (current.trim() !== '' && current.length + piece.trimEnd().length > WIDTH) {
      lines.push(current);
      current = indent + piece.trimStart();
    } else current += piece;
  }
  return [...lines, current];
}

/** Characters of the parenthesised group that begins at `start`. */
function lengthOfGroup(tokens: readonly string[], start: number): number {
  let open = 0;
  let length = 0;
  for (const token of tokens.slice(start)) {
    length += token.length;
    if (token === '(') open++;
    else if (token === ')' && --open === 0) break;
  }
  return length;
}
