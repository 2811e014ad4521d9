import type { Settings } from '../config/settings';
import { describeUnknown, findUnknownVariables } from '../config/unknown-variables';
import { checkBootstrap } from '../workspaces/bootstrap.service';
import { checkAddress } from './check-address';
import { checkDataDir } from './check-data-dir';
import { checkBucket } from './check-bucket';
import { checkDatabase } from './check-database';
import type { StartLog } from './start-log';

/**
 * Checks what a start needs before it starts or creates anything: address, folder, bucket, database, and misspelt settings in
 * `environment`. Throws a sentence that names the setting.
 */
export async function checkPrerequisites(
  settings: Settings,
  environment: Readonly<Record<string, string | undefined>>,
  log: StartLog,
): Promise<void> {
  for (const unknown of findUnknownVariables(environment)) log.warn(describeUnknown(unknown));
  checkBootstrap(settings);
  await checkAddress(settings);
  await checkDataDir(settings);
  if (settings.storageUrl !== '') await checkBucket(settings);
  if (settings.databaseUrl !== '') await checkDatabase(settings.databaseUrl, (sentence) => log.say(sentence));
}
