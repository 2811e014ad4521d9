import { readSettings } from './settings';
import { parseStorageUrl } from './storage-url';

describe('STORAGE_URL', () => {
  it.each([
    ['s3://files', { bucket: 'files', prefix: '', region: null, endpoint: null, pathStyle: false }],
    ['s3://files/', { bucket: 'files', prefix: '' }],
    [
      's3://my.files/one/two/?region=eu-central-1',
      { bucket: 'my.files', prefix: 'one/two', region: 'eu-central-1' },
    ],
    [
      's3://files/one?region=&endpoint=http://127.0.0.1:9000&path_style=true',
      { prefix: 'one', region: null, endpoint: 'http://127.0.0.1:9000', pathStyle: true },
    ],
  ])('%s is read', (text, expected) => {
    expect(parseStorageUrl(text)).toMatchObject(expected);
  });

  it.each([
    [
      'files',
      /^STORAGE_URL must be an address such as s3:\/\/bucket\/prefix\?region=eu-central-1, not "files"\.$/,
    ],
    ['https://files.s3.amazonaws.com', /not "https/],
    ['s3://', /not a name|is not a name of a bucket|not "s3/],
    ['s3://Files', /"Files" is not a name of a bucket/],
    ['s3://a', /"a" is not a name of a bucket/],
    ['s3://files/.hidden', /with a prefix of letters/],
    ['s3://files/a//b', /with a prefix of letters/],
    ['s3://files?regoin=x', /with the parameters region, endpoint, path_style; "regoin" is none of them/],
    ['s3://files?path_style=yes', /with path_style true or false/],
    [
      's3://files?endpoint=s3.example.org',
      /with an endpoint such as https:\/\/s3.example.org, not "s3.example.org"/,
    ],
    ['s3://files?endpoint=https://s3.example.org/path', /with an endpoint such as/],
  ])('%s is refused with a sentence', (text, says) => {
    expect(() => readSettings({ STORAGE_URL: text })).toThrow(says);
  });

  it('with credentials is refused without showing them', () => {
    const read = (): unknown => readSettings({ STORAGE_URL: 's3://key:secret@files' });
    expect(read).toThrow(/must not contain credentials: set AWS_ACCESS_KEY_ID/);
    expect(read).not.toThrow(/secret@/);
  });
});

describe('the settings of objects', () => {
  it.each(['AES256', 'aws:kms', 'aws:kms:1234abcd-12ab'])('take the encryption %s', (text) => {
    expect(readSettings({ STORAGE_ENCRYPTION: text }).storageEncryption).toBe(text);
  });

  it.each(['aes256', 'kms', 'aws:kms:'])('refuse the encryption %s', (text) => {
    expect(() => readSettings({ STORAGE_ENCRYPTION: text })).toThrow(
      /^STORAGE_ENCRYPTION must be AES256, aws:kms or/,
    );
  });

  it('take ten tags, and refuse more, and what is no tag', () => {
    const tags = (count: number): string => Array.from({ length: count }, (_, n) => `tag${n}=a+b`).join('&');
    expect(readSettings({ STORAGE_TAGS: tags(10) }).storageTags).toBe(tags(10));
    for (const text of [tags(11), '=x', 'a=<b>', `${'k'.repeat(129)}=v`])
      expect(() => readSettings({ STORAGE_TAGS: text })).toThrow(
        /^STORAGE_TAGS must be up to ten tags such as/,
      );
  });
});
