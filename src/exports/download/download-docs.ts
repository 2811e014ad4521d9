import type { ApiResponseOptions } from '@nestjs/swagger';

/** The headers of a download, for the OpenAPI document. */
export const DOWNLOAD_HEADERS: NonNullable<ApiResponseOptions['headers']> = {
  'Content-Disposition': {
    description: 'Name of the file.',
    schema: {
      type: 'string',
      example: 'attachment; filename="instruments-0b9f6a3e-53c5-4a53-9f2b-6f2d3a1c8e11.csv"',
    },
  },
  'Content-Length': { description: 'Bytes of this answer.', schema: { type: 'integer' } },
  ETag: { description: 'SHA-256 of the file, in quotes.', schema: { type: 'string' } },
  'Accept-Ranges': { description: 'Parts can be asked for.', schema: { type: 'string', enum: ['bytes'] } },
};

const binary = { schema: { type: 'string', format: 'binary' } } as const;

/** The content types of a download, for the OpenAPI document. */
export const FILE_CONTENT = {
  'text/csv': binary,
  'application/json': binary,
  'application/x-ndjson': binary,
  'application/gzip': binary,
};
