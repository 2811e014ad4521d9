/** A bucket, the prefix of our keys in it, and how the server of S3 is reached. */
export interface BucketAddress {
  readonly bucket: string;
  /** Without slashes at its ends; empty: the keys are at the top of the bucket. */
  readonly prefix: string;
  /** Null: the SDK takes it from AWS_REGION or its configuration file. */
  readonly region: string | null;
  /** Null: the one of Amazon S3 in the region. */
  readonly endpoint: string | null;
  /** The bucket is in the path of a URL and not in its host name. */
  readonly pathStyle: boolean;
}

const EXAMPLE = 's3://bucket/prefix?region=eu-central-1';
const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const PREFIX = /^[A-Za-z0-9_-][A-Za-z0-9_.-]*(\/[A-Za-z0-9_-][A-Za-z0-9_.-]*)*$/;
const PARAMETERS = ['region', 'endpoint', 'path_style'];

/** Reads STORAGE_URL. Throws a sentence that names the setting; it never has a password, so it shows what was given. */
export function parseStorageUrl(text: string, name = 'STORAGE_URL'): BucketAddress {
  if (!text.startsWith('s3://') || !URL.canParse(text)) throw wrong(name, `not "${text}"`);
  const url = new URL(text);
  if (url.username !== '' || url.password !== '')
    throw new Error(
      `${name} must not contain credentials: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or give the machine a role.`,
    );
  const bucket = url.host;
  if (!BUCKET.test(bucket)) throw wrong(name, `and "${bucket}" is not a name of a bucket`);
  const prefix = url.pathname.replace(/^\/+|\/+$/g, '');
  if (prefix !== '' && !PREFIX.test(prefix))
    throw wrong(name, 'with a prefix of letters, digits, "-", "_", "." and "/"');
  for (const parameter of url.searchParams.keys()) {
    if (!PARAMETERS.includes(parameter))
      throw wrong(name, `with the parameters ${PARAMETERS.join(', ')}; "${parameter}" is none of them`);
  }
  return { bucket, prefix, ...readParameters(url.searchParams, name) };
}

/** Checks STORAGE_URL and returns it as it is. */
export function storageUrl(text: string, name: string): string {
  parseStorageUrl(text, name);
  return text;
}

function readParameters(
  given: URLSearchParams,
  name: string,
): Pick<BucketAddress, 'region' | 'endpoint' | 'pathStyle'> {
  const pathStyle = given.get('path_style') ?? 'false';
  if (pathStyle !== 'true' && pathStyle !== 'false') throw wrong(name, 'with path_style true or false');
  const endpoint = given.get('endpoint') || null;
  if (endpoint !== null && !/^https?:\/\/[^/?#\s]+\/?$/.test(endpoint))
    throw wrong(name, `with an endpoint such as https://s3.example.org, not "${endpoint}"`);
  return { region: given.get('region') || null, endpoint, pathStyle: pathStyle === 'true' };
}

const wrong = (name: string, what: string): Error =>
  new Error(`${name} must be an address such as ${EXAMPLE}, ${what}.`);

const TAG = /^[\p{L}\p{N} +\-=._:/@]*$/u;

/** Tags of an object, as `name=value&name=value`; at most ten. Throws a sentence. */
export function objectTags(text: string, name: string): string {
  const tags = [...new URLSearchParams(text)];
  const fit = ([key, value]: [string, string]): boolean =>
    key !== '' && key.length <= 128 && value.length <= 256 && TAG.test(key) && TAG.test(value);
  if (tags.length > 10 || !tags.every(fit))
    throw new Error(`${name} must be up to ten tags such as project=prices&team=data, not "${text}".`);
  return text;
}

/** Server-side encryption: `AES256`, `aws:kms`, or `aws:kms:` and a key. */
export function encryption(text: string, name: string): string {
  if (/^(AES256|aws:kms(:\S+)?)$/.test(text)) return text;
  throw new Error(`${name} must be AES256, aws:kms or aws:kms:<id of the key>, not "${text}".`);
}
