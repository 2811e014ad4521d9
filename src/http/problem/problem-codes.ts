/** One kind of problem: its HTTP status, a short title, and what it means and how to fix it. */
interface ProblemKind {
  readonly status: number;
  readonly title: string;
  readonly description: string;
}

/** Every problem that a request can meet. The docs, the OpenAPI document and the type of `problem()` follow from it. */
export const PROBLEMS = {
  invalid_request: {
    status: 400,
    title: 'Malformed request',
    description:
      'A field of the body or a parameter of the URL is unknown, missing or of the wrong form; see `errors`.',
  },
  invalid_json: {
    status: 400,
    title: 'Malformed JSON',
    description: 'The body is not one JSON value in UTF-8; the detail says where.',
  },
  invalid_cursor: {
    status: 400,
    title: 'Unknown cursor',
    description: '`after` is not a `next_cursor` of this list. Leave it out to begin at the start.',
  },
  invalid_filter: {
    status: 400,
    title: 'Malformed filter',
    description: 'A field, an operator or a value of the filter or the sort is not known; see `errors`.',
  },
  invalid_idempotency_key: {
    status: 400,
    title: 'Malformed Idempotency-Key',
    description: 'The key must be 1 to 255 visible ASCII characters.',
  },
  multipart_malformed: {
    status: 400,
    title: 'Malformed multipart body',
    description: 'The body is not a complete multipart/form-data body.',
  },
  file_missing: {
    status: 400,
    title: 'No file',
    description: 'The form has no file part named `file` with a file name.',
  },
  file_repeated: {
    status: 400,
    title: 'More than one file',
    description: 'The form may carry one file only. Import the files one after the other.',
  },
  field_missing: {
    status: 400,
    title: 'Field missing',
    description: 'A required field of the form is missing.',
  },
  field_repeated: {
    status: 400,
    title: 'Field repeated',
    description: 'A field of the form is given more than once.',
  },
  unknown_field: {
    status: 400,
    title: 'Unknown field',
    description: 'The form has an unknown field. Correct its name or remove it.',
  },
  unauthorized: {
    status: 401,
    title: 'No valid token',
    description: 'Send `Authorization: Bearer ptk_live_…` with a token that is neither expired nor revoked.',
  },
  forbidden: {
    status: 403,
    title: 'Role too low',
    description: 'The token is valid, but its robot does not have the role that this operation requires.',
  },
  link_expired: {
    status: 403,
    title: 'Link expired or changed',
    description: 'The signed link has expired or was changed. Get the export again to receive a new link.',
  },
  not_found: {
    status: 404,
    title: 'Not found',
    description: 'Nothing was found: it does not exist, or it belongs to another workspace.',
  },
  method_not_allowed: {
    status: 405,
    title: 'Method not allowed',
    description: 'The path exists, but not with this method; the header `Allow` lists its methods.',
  },
  request_timeout: {
    status: 408,
    title: 'Body too slow',
    description: 'The body did not arrive within the time allowed.',
  },
  conflict: {
    status: 409,
    title: 'Conflict',
    description:
      'The current state does not allow the request, most often because the record exists already.',
  },
  idempotency_in_flight: {
    status: 409,
    title: 'Same request still in flight',
    description: 'Another request with this Idempotency-Key is still being processed. Try again in a moment.',
  },
  record_locked: {
    status: 409,
    title: 'Locked by another transaction',
    description:
      'A record that the request needs is locked, most often by an import that writes the same records. Nothing was changed; try again after `Retry-After` seconds.',
  },
  gone: {
    status: 410,
    title: 'Gone',
    description: 'The file or the job has expired and was removed.',
  },
  stored_file_missing: {
    status: 410,
    title: 'File missing on the server',
    description:
      'The file is missing on the server although it has not expired. Export or import again, and report this to the operator of the server.',
  },
  body_too_large: {
    status: 413,
    title: 'Body too large',
    description: 'The body is larger than this operation accepts: 256 KiB unless documented otherwise.',
  },
  file_too_large: {
    status: 413,
    title: 'File too large',
    description: 'The file is larger than 104,857,600 bytes. Split it and import the parts.',
  },
  unsupported_media_type: {
    status: 415,
    title: 'Unsupported media type',
    description: 'The body has a Content-Type that this operation does not accept, or a Content-Encoding.',
  },
  range_not_satisfiable: {
    status: 416,
    title: 'Range not satisfiable',
    description: 'The range is outside of the file; the header `Content-Range` gives its size.',
  },
  invalid_value: {
    status: 422,
    title: 'Invalid value',
    description: 'The request is well-formed, but a value in it is not valid; see `errors`.',
  },
  reference_not_found: {
    status: 422,
    title: 'Reference not found',
    description: 'A referenced record does not exist in this workspace; see `errors`.',
  },
  too_many_types: {
    status: 422,
    title: 'Too many types',
    description:
      'The workspace has reached its maximum number of types of this kind, archived ones included (`TYPES_PER_WORKSPACE`).',
  },
  too_many_fields: {
    status: 422,
    title: 'Too many fields',
    description: 'The type would exceed the maximum number of custom fields (`FIELDS_PER_TYPE`).',
  },
  too_many_profiles: {
    status: 422,
    title: 'Too many import profiles',
    description:
      'The workspace has reached its maximum number of import profiles (`PROFILES_PER_WORKSPACE`).',
  },
  idempotency_key_reused: {
    status: 422,
    title: 'Idempotency-Key used for another request',
    description: 'The key was already used for a request with other fields or another file. Use a new key.',
  },
  unsupported_resource_type: {
    status: 422,
    title: 'Unsupported resource type',
    description: 'The resource type does not exist, or it cannot be imported or exported.',
  },
  file_empty: { status: 422, title: 'Empty file', description: 'The file has no content.' },
  unsupported_file_format: {
    status: 422,
    title: 'Unsupported file format',
    description: 'The file is not CSV, JSON or NDJSON, or contradicts the format that was given.',
  },
  encoding_unsupported: {
    status: 422,
    title: 'Unsupported encoding',
    description: 'The file is not in UTF-8. Save it as UTF-8 and send it again.',
  },
  invalid_mapping: {
    status: 422,
    title: 'Invalid mapping',
    description:
      '`mapping`, `defaults` or `identifier_column` names a field that does not exist or is given twice.',
  },
  rate_limited: {
    status: 429,
    title: 'Too many requests',
    description: 'The token made too many requests. Wait for the seconds in `Retry-After`.',
  },
  too_many_invalid_tokens: {
    status: 429,
    title: 'Too many invalid tokens',
    description:
      'Too many invalid tokens came from the address of the client. Wait for the seconds in `Retry-After`, and check the token.',
  },
  too_many_event_streams: {
    status: 429,
    title: 'Too many event streams',
    description:
      'The token has reached its maximum number of open event streams. Close some, or wait for the seconds in `Retry-After`.',
  },
  too_many_jobs: {
    status: 429,
    title: 'Too many queued jobs',
    description:
      'The workspace has reached its maximum number of queued jobs. Wait for the seconds in `Retry-After`.',
  },
  too_many_bytes: {
    status: 429,
    title: 'Too many bytes stored',
    description:
      'The uploads, export files and row errors of the workspace have reached its storage quota. They are removed when they expire; try again after `Retry-After` seconds.',
  },
  too_many_statements: {
    status: 429,
    title: 'Too many requests at once',
    description:
      'The requests of the workspace use all the database connections that it may use. Send fewer at once; try again after `Retry-After` seconds.',
  },
  internal_error: {
    status: 500,
    title: 'Internal error',
    description:
      'The server failed to process the request. Report the `request_id` to the operator of the server.',
  },
  unavailable: {
    status: 503,
    title: 'Temporarily unavailable',
    description: 'The database or the storage is not available. Try again after `Retry-After` seconds.',
  },
  statement_timeout: {
    status: 503,
    title: 'Query took too long',
    description:
      'The query exceeded the time limit of a request and was stopped. Use fewer conditions, especially with `like`. To read all records, export them.',
  },
  event_streams_full: {
    status: 503,
    title: 'No event stream left',
    description:
      'This server has reached its maximum number of open event streams. Wait for the seconds in `Retry-After`, or poll the job.',
  },
  storage_full: {
    status: 507,
    title: 'Storage full',
    description: 'The server has no space left for the file; nothing of it was stored.',
  },
} as const satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof PROBLEMS;

/** The status that goes with a code. */
export type ProblemStatus<Code extends ProblemCode> = (typeof PROBLEMS)[Code]['status'];
