import { isToken } from '../auth/bearer-token';
import type { Settings } from '../config/settings';
import { SLUG, SLUG_MESSAGE } from './slug';

/** Throws a sentence when BOOTSTRAP_TOKEN or BOOTSTRAP_WORKSPACE is not of its form. */
export function checkBootstrap({
  bootstrapToken,
  bootstrapWorkspace,
}: Pick<Settings, 'bootstrapToken' | 'bootstrapWorkspace'>): void {
  if (bootstrapToken !== '' && !isToken(bootstrapToken)) {
    throw new Error(
      'BOOTSTRAP_TOKEN must be ptk_live_ and 64 lower-case hex digits; leave it empty for a random one.',
    );
  }
  if (!SLUG.test(bootstrapWorkspace)) {
    throw new Error(`BOOTSTRAP_WORKSPACE is not a slug: ${SLUG_MESSAGE}.`);
  }
}
