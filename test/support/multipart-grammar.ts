import fc from 'fast-check';

/** One part of a generated form, as it is written. */
interface GrammarPart {
  readonly headers: readonly string[];
  readonly value: Buffer;
  /** True for the one part that is a file of the form as it should be. */
  readonly isFile: boolean;
}

/** A generated form: its parts, and everything about the way in which they are written. */
export interface GrammarForm {
  readonly parts: readonly GrammarPart[];
  readonly boundary: string;
  readonly contentType: string;
  readonly preamble: string;
  readonly epilogue: string;
  readonly lineEnd: string;
  readonly close: string;
  readonly cut: number;
}

const CSV = 'identifier,name,type_id\na,A,equity\n';
const FIELDS = ['resource_type', 'on_error', 'identifier_column', 'format', 'mapping', 'defaults', 'dry_run'];

const value = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom('instruments', 'abort', 'continue', 'csv', 'true', '', '{}') },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '\0',
      '\r\n--',
      '\r\n--b',
      '\r\n--b-',
      '\r\n\r\n',
      '--b--',
      'x'.repeat(300_000),
    ),
  },
);

const disposition = (rest: string): string => `Content-Disposition: form-data${rest}`;

const dispositionOf = (name: string): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 12, arbitrary: fc.constant(disposition(`; name="${name}"`)) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        disposition(`; name=${name}`),
        disposition(`;name="${name}"`),
        disposition(`; NAME="${name}"`),
        disposition(`; name='${name}'`),
        disposition(`; name="${name}`),
        disposition(`; name="${name}"; name="${name}"`),
        disposition(`; name*=UTF-8''${name}`),
        disposition(`; name="\\${name}"`),
        disposition(`; name="${name}\0"`),
        disposition('; name=""'),
        disposition(''),
        `content-disposition:form-data;name="${name}"`,
        `Content-Disposition: attachment; name="${name}"`,
        `Content-Disposition: form-data;\r\n name="${name}"`,
        `Content-Disposition: ${'x'.repeat(20_000)}; name="${name}"`,
        'Content-Disposition',
        ': form-data',
        '',
      ),
    },
  );

const moreHeaders = fc.oneof(
  { weight: 8, arbitrary: fc.constant<string[]>([]) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      ['Content-Type: text/plain; charset=utf-16'],
      ['Content-Type: text/plain; charset=nonsense'],
      ['Content-Type: multipart/mixed; boundary=inner'],
      ['Content-Type: ', 'Content-Type: text/csv'],
      ['Content-Transfer-Encoding: base64'],
      ['Content-Transfer-Encoding: quoted-printable'],
      ['Content-Encoding: gzip'],
      ['Content-Length: 99999999'],
      [`X-Long: ${'y'.repeat(100_000)}`],
      Array.from({ length: 3_000 }, (_, n) => `X-${n}: 1`),
      ['Bad Header: 1'],
      ['X-Nul: \0'],
      ['\u00ff\u00fe: x'],
    ),
  },
);

const field: fc.Arbitrary<GrammarPart> = fc
  .oneof(
    { weight: 8, arbitrary: fc.constantFrom(...FIELDS) },
    { weight: 1, arbitrary: fc.constantFrom('file', 'unknown', '__proto__', 'a[b]', 'é', 'n'.repeat(500)) },
  )
  .chain((name) => fc.tuple(dispositionOf(name), moreHeaders, value))
  .map(([head, more, text]) => ({ headers: [head, ...more], value: Buffer.from(text), isFile: false }));

const fileName = fc.constantFrom(
  '"file.csv"',
  'file.csv',
  '""',
  '"a\\"b.csv"',
  '"../../x"',
  '"C:\\\\x.csv"',
  '"\0.csv"',
  `"${'n'.repeat(5_000)}"`,
  '"file.csv"; filename="other.csv"',
  '"x"; filename*=UTF-8\'\'%00%ff.csv',
  '"x"; filename*=nonsense\'\'a',
  '"file.csv',
);

const file: fc.Arbitrary<GrammarPart> = fc
  .tuple(
    dispositionOf('file'),
    fileName,
    moreHeaders,
    fc.oneof(
      fc.constant(Buffer.from(CSV)),
      value.map((text) => Buffer.from(text)),
    ),
  )
  .map(([head, name, more, bytes]) => ({
    headers: [`${head}; filename=${name}`, ...more],
    value: bytes,
    isFile: true,
  }));

const resourceType: GrammarPart = {
  headers: [disposition('; name="resource_type"')],
  value: Buffer.from('instruments'),
  isFile: false,
};
const plainFile: GrammarPart = {
  headers: [disposition('; name="file"; filename="file.csv"'), 'Content-Type: text/csv'],
  value: Buffer.from(CSV),
  isFile: true,
};

const parts = fc.oneof(
  fc.shuffledSubarray([resourceType, plainFile], { minLength: 2 }),
  fc
    .tuple(fc.array(field, { maxLength: 4 }), fc.constantFrom([resourceType, plainFile], [plainFile], []))
    .map(([some, more]) => [...some, ...more]),
  fc.array(fc.oneof(field, file, fc.constant(resourceType)), { maxLength: 6 }),
  fc.array(fc.constant(resourceType), { minLength: 30, maxLength: 60 }),
);

const usually = <T>(normal: T, ...seldom: T[]): fc.Arbitrary<T> =>
  fc.oneof(
    { weight: 12, arbitrary: fc.constant(normal) },
    { weight: 1, arbitrary: fc.constantFrom(...seldom) },
  );

const BOUNDARIES = ['b', "'()+_,-./:=?", 'x'.repeat(70), 'x'.repeat(500), '----------', 'ends in a blank '];

/**
 * Forms of every kind: most of them nearly right, and each with nothing, one thing or several
 * things wrong about it.
 */
export const grammarForms: fc.Arbitrary<GrammarForm> = fc
  .record({
    parts,
    boundary: usually('b', ...BOUNDARIES),
    preamble: usually('', 'preamble\r\n', '\r\n', '--', 'x'.repeat(70_000), '--b\r\n'),
    epilogue: usually(
      '\r\n',
      '',
      'epilogue',
      '\r\n--b\r\nContent-Disposition: form-data; name="x"\r\n\r\n',
      '\0'.repeat(1_000),
    ),
    lineEnd: usually('\r\n', '\n', '\r', '\r\n '),
    close: usually('--', '', '-', '--\r\n--b--'),
    cut: fc.oneof(
      { weight: 6, arbitrary: fc.constant(1) },
      { weight: 1, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) },
    ),
    contentType: usually(
      'multipart/form-data; boundary="%"',
      'multipart/form-data; boundary=%',
      'multipart/form-data; boundary=%; charset=utf-16',
      'multipart/form-data; boundary=%; boundary=other',
      'MULTIPART/FORM-DATA; BOUNDARY="%"',
      'multipart/form-data;boundary="%',
      'multipart/form-data; boundary=other',
      'multipart/form-data',
    ),
  })
  .map((form) => ({ ...form, contentType: form.contentType.replace('%', form.boundary) }));

/** The bytes of a form. */
export function writeForm({
  parts: all,
  boundary,
  preamble,
  epilogue,
  lineEnd,
  close,
  cut,
}: GrammarForm): Buffer {
  const pieces = all.flatMap(({ headers, value: bytes }) => [
    Buffer.from(`--${boundary}${lineEnd}${headers.join(lineEnd)}${lineEnd}${lineEnd}`, 'latin1'),
    bytes,
    Buffer.from(lineEnd),
  ]);
  const body = Buffer.concat([
    Buffer.from(preamble),
    ...pieces,
    Buffer.from(`--${boundary}${close}${epilogue}`),
  ]);
  return body.subarray(0, Math.floor(body.length * cut));
}
