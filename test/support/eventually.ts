const POLL_MS = 10;

/** Resolves when `isTrue` holds; gives up with a sentence after `limitMs`. */
export async function eventually(
  what: string,
  isTrue: () => boolean | Promise<boolean>,
  limitMs = 30_000,
): Promise<void> {
  const until = Date.now() + limitMs;
  while (!(await isTrue())) {
    if (Date.now() > until) throw new Error(`Not so within ${limitMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
