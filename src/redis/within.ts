/**
 * Settles as `work` does, or rejects after `ms` milliseconds: a call to a dead Redis never settles by itself. An answer that
 * has arrived while this process was busy counts, however late the timer is.
 */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    const giveUp = (): void => reject(new Error(`Redis did not answer within ${ms} ms.`));
    timer = setTimeout(() => setImmediate(giveUp), ms); // sockets are read before immediates run
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
