/** Makes the next item while the last one is still being dealt with; at most one is ahead. */
export async function* readAhead<Item>(source: AsyncGenerator<Item>): AsyncGenerator<Item> {
  let next = source.next();
  try {
    for (;;) {
      const { value, done } = await next;
      if (done) return;
      next = source.next();
      next.catch(() => undefined); // thrown at the next turn, should there be one
      yield value;
    }
  } finally {
    await next.catch(() => undefined); // what came too late concerns nobody
    await source.return(undefined);
  }
}
