/** A job in one of these never changes again. */
export const FINAL_STATUSES: readonly string[] = ['completed', 'failed', 'cancelled'];
