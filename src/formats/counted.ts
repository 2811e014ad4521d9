/** `1 row`, `2 rows`, `1,000 entries`: a count with its noun, for messages. `plural`: where an `s` does not make it. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? noun : plural}`;
}
