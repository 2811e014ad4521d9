import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsObject, IsOptional, IsString, MaxLength } from 'class-validator';
import { FILE_FORMATS, type FileFormat } from '../formats/format';
import type { JsonObject } from '../formats/json/json-value';
import { ImportOptionsDto } from './import-options.dto';
import { isText, IsOfForm, MAX_TEXT } from './options/option-forms';

/** All settings of an import but its file and its resource type: what a form gives and a profile stores. */
export class ImportSettingsDto extends ImportOptionsDto {
  @ApiPropertyOptional({
    enum: ['abort', 'continue'],
    default: 'abort',
    description:
      '`abort`: one invalid row, and nothing is written. `continue`: valid rows are written, invalid ones are reported.',
  })
  @IsOptional()
  @IsIn(['abort', 'continue'], { message: 'on_error must be one of abort, continue' })
  on_error?: 'abort' | 'continue';

  @ApiPropertyOptional({
    maxLength: MAX_TEXT,
    example: 'isin',
    description:
      'How a row finds its record: by the natural key (default), by `id`, or by a custom field such as `isin`.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_TEXT)
  identifier_column?: string;

  @ApiPropertyOptional({
    enum: FILE_FORMATS,
    description: 'Left out: detected from the file name and the first byte.',
  })
  @IsOptional()
  @IsIn(FILE_FORMATS, { message: `format must be one of ${FILE_FORMATS.join(', ')}` })
  format?: FileFormat;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'string', nullable: true },
    example: { Symbol: 'identifier', Security: 'name' },
    description: 'File column → field; null ignores the column.',
  })
  @IsOptional()
  @IsOfForm('a JSON object of texts: each column names a field, or null to ignore it', isMapping)
  mapping?: Record<string, string | null>;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    example: { type_id: 'equity' },
    description: 'Field → constant for every row that has no such column or key.',
  })
  @IsOptional()
  @IsObject()
  defaults?: JsonObject;

  @ApiPropertyOptional({
    default: false,
    description:
      "Removes the one quote (') that a spreadsheet-safe export writes before a cell to prevent formula injection.",
  })
  @IsOptional()
  @IsBoolean()
  spreadsheet_safe?: boolean;
}

function isMapping(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.values(value).every((field) => field === null || isText(field));
}
