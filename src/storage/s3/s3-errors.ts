import { StorageFullError, StorageUnavailableError } from '../blob-storage';
import type { Bucket } from './bucket';

/** What the SDK adds to an error of the server. */
interface S3Error {
  readonly name?: string;
  readonly message?: string;
  readonly code?: unknown;
  readonly $metadata?: { readonly httpStatusCode?: number };
}

const infoOf = (error: unknown): S3Error => (typeof error === 'object' && error !== null ? error : {});
const statusOf = (error: unknown): number => infoOf(error).$metadata?.httpStatusCode ?? 0;

/** True when `error` is one of the server's with one of these codes. */
export function isS3Error(error: unknown, ...names: string[]): boolean {
  return names.includes(infoOf(error).name ?? '');
}

/** The object, or the bucket, does not exist: the answer to HEAD does not say which. */
export const isMissingObject = (error: unknown): boolean => statusOf(error) === 404;

/** The object has no byte in the range. */
export const isOutsideRange = (error: unknown): boolean => statusOf(error) === 416;

const FULL = ['QuotaExceeded', 'XMinioStorageFull', 'XMinioAdminBucketQuotaExceeded', 'InsufficientStorage'];
const CREDENTIALS = 'AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, a profile or a role';

/** An error of the SDK as an error of the port that names the setting to correct; any other one as it is. */
export function toStorageError(error: unknown, bucket: Bucket): unknown {
  if (error instanceof StorageFullError || error instanceof StorageUnavailableError) return error;
  if (statusOf(error) === 507 || isS3Error(error, ...FULL)) return new StorageFullError();
  const reason = explain(infoOf(error), bucket);
  return reason === null ? error : new StorageUnavailableError(reason, error);
}

/** One sentence; null for an error that did not come from the SDK, its server or the network. */
function explain(error: S3Error, { address, place, server }: Bucket): string | null {
  const { name = '', message = '' } = error;
  const status = statusOf(error);
  switch (name) {
    case 'NoSuchBucket':
      return `STORAGE_URL: ${server} has no bucket "${address.bucket}"; create it, or correct STORAGE_URL.`;
    case 'RequestTimeTooSkewed':
      return `the clock of this machine is not that of ${server} (RequestTimeTooSkewed); set it, for example by NTP.`;
    case 'CredentialsProviderError':
      return `there are no credentials for STORAGE_URL; set ${CREDENTIALS}.`;
    case 'InvalidAccessKeyId':
    case 'SignatureDoesNotMatch':
    case 'InvalidToken':
    case 'ExpiredToken':
      return `${server} refuses the credentials of STORAGE_URL (${name}); correct ${CREDENTIALS}.`;
    case 'PermanentRedirect':
    case 'AuthorizationHeaderMalformed':
    case 'IllegalLocationConstraintException':
      return `STORAGE_URL: the bucket "${address.bucket}" is in another region (${name}); correct region in STORAGE_URL.`;
    default:
  }
  if (message.startsWith('Region is missing'))
    return 'STORAGE_URL has no region; add ?region=, or set AWS_REGION.';
  if (status === 401 || status === 403)
    return `${server} does not allow this in ${place} (${answerOf(error)}); give the credentials the rights of docs/operations.md, or correct STORAGE_URL.`;
  if (status > 0) return `${server} answers ${answerOf(error)} for ${place} (STORAGE_URL).`;
  const code = typeof error.code === 'string' ? error.code : null;
  if (name === 'TimeoutError' && code === null) return `${server} does not answer in time (STORAGE_URL).`;
  if (code !== null || error.$metadata !== undefined)
    return `${server} cannot be reached (${code ?? message}); correct endpoint or region in STORAGE_URL, or start it.`;
  return null;
}

/** The status and the code; an answer to HEAD has no code. */
const answerOf = ({ name = 'Unknown', $metadata }: S3Error): string =>
  `${$metadata?.httpStatusCode ?? ''}${name === 'Unknown' ? '' : ` ${name}`}`;
