import { parseStorageUrl } from '../../config/storage-url';
import type { Settings } from '../../config/settings';
import { Bucket } from './bucket';
import { S3BlobStorage } from './s3-blob-storage';

/** The storage of the bucket that the settings name. */
export function openS3Storage(
  settings: Pick<Settings, 'storageUrl' | 'storageEncryption' | 'storageTags'>,
): S3BlobStorage {
  const { storageUrl, storageEncryption: encryption, storageTags: tags } = settings;
  return new S3BlobStorage(new Bucket(parseStorageUrl(storageUrl), { encryption, tags }));
}
