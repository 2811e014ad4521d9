import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type { Settings } from '../config/settings';
import type { BlobStorage } from './blob-storage';
import { LocalBlobStorage } from './local/local-blob-storage';

/** The settings that say where files are stored. */
export type StorageSettings = Pick<Settings, 'dataDir' | 'storageUrl' | 'storageEncryption' | 'storageTags'>;

/** The storage that the settings name: a bucket, or the folder `files` in DATA_DIR. The SDK of S3 is loaded only for a bucket. */
export function openStorage(settings: StorageSettings): BlobStorage {
  if (settings.storageUrl === '') return new LocalBlobStorage(filesFolder(settings));
  const { openS3Storage } = createRequire(__filename)(
    './s3/open-s3-storage',
  ) as typeof import('./s3/open-s3-storage');
  return openS3Storage(settings);
}

/** The folder of the files when they are not in a bucket. */
export const filesFolder = ({ dataDir }: Pick<Settings, 'dataDir'>): string => resolve(dataDir, 'files');
