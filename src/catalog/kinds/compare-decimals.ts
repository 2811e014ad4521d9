/** Compares two decimals in canonical form by their value, digit by digit: less than 0, 0, or greater than 0. */
export function compareDecimals(a: string, b: string): number {
  const isNegative = a.startsWith('-');
  if (isNegative !== b.startsWith('-')) return isNegative ? -1 : 1; // there is no negative zero
  return isNegative ? compareUnsigned(b.slice(1), a.slice(1)) : compareUnsigned(a, b);
}

function compareUnsigned(a: string, b: string): number {
  const [wholeA = '', fractionA = ''] = a.split('.', 2);
  const [wholeB = '', fractionB = ''] = b.split('.', 2);
  if (wholeA.length !== wholeB.length) return wholeA.length - wholeB.length; // there are no leading zeros
  if (wholeA !== wholeB) return wholeA < wholeB ? -1 : 1;
  const length = Math.max(fractionA.length, fractionB.length);
  const [restA, restB] = [fractionA.padEnd(length, '0'), fractionB.padEnd(length, '0')];
  return restA === restB ? 0 : restA < restB ? -1 : 1;
}
