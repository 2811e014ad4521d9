import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import type { ColumnMarkers, CsvOptions } from '../../formats/csv/csv-options';
import { isTextRecord, isTexts, IsOfForm, MAX_COLUMNS, MAX_TEXT } from './option-forms';

/** `csv_options`: how a CSV file is written. */
export class CsvOptionsDto implements CsvOptions {
  @ApiPropertyOptional({
    pattern: '^[^\\r\\n"\\0]$',
    example: ';',
    description:
      'One character between cells; left out: detected among comma, semicolon, tab and vertical bar.',
  })
  @IsOptional()
  @Matches(/^[^\r\n"\0]$/u, { message: 'delimiter must be one character' })
  delimiter?: string;

  @ApiPropertyOptional({
    type: String,
    enum: ['"', "'", null],
    nullable: true,
    default: '"',
    description: 'The character around quoted cells; null: no cell is quoted.',
  })
  @IsOptional()
  @IsIn(['"', "'"], { message: `quote must be ", ' or null` })
  quote?: '"' | "'" | null;

  @ApiPropertyOptional({
    enum: ['double', '\\'],
    default: 'double',
    description: 'How a quote inside a quoted cell is written: twice, or after a backslash.',
  })
  @IsOptional()
  @IsIn(['double', '\\'], { message: 'escape must be double or \\' })
  escape?: 'double' | '\\';

  @ApiPropertyOptional({
    maxLength: 40,
    example: 'windows-1252',
    description:
      'Any label of the WHATWG encoding standard; left out: UTF-8, or UTF-16 by its byte order mark.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  encoding?: string;

  @ApiPropertyOptional({
    maximum: 100_000,
    type: 'integer',
    minimum: 1,
    example: 3,
    description: 'Physical line of the header; the lines before it are skipped.',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100_000)
  header_row?: number;

  @ApiPropertyOptional({
    oneOf: [
      { type: 'array', items: { type: 'string' } },
      {
        type: 'object',
        required: ['start_marker', 'end_marker'],
        properties: { start_marker: { type: 'string' }, end_marker: { type: 'string' } },
      },
    ],
    example: ['timestamp', 'open', 'high', 'low', 'close', 'volume'],
    description:
      'The names of the columns of a file without a header, or the markers of the lines that list them.',
  })
  @IsOptional()
  @IsOfForm('a list of names, or {"start_marker": "…", "end_marker": "…"}', isColumns)
  columns?: string[] | ColumnMarkers;

  @ApiPropertyOptional({
    maximum: 1_000,
    type: 'integer',
    minimum: 0,
    example: 1,
    description: 'Number of lines at the end that are no records.',
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1_000)
  skip_footer?: number;

  @ApiPropertyOptional({
    maxLength: MAX_TEXT,
    example: 'File Creation Time:',
    description: 'The records end at the first line that begins with this text.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_TEXT)
  footer_prefix?: string;

  @ApiPropertyOptional({
    maxLength: MAX_TEXT,
    example: '#',
    description: 'Lines that begin with this text are no records.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_TEXT)
  comment?: string;

  @ApiPropertyOptional({
    maxLength: MAX_TEXT,
    example: 'START-OF-DATA',
    description: 'The line in front of the header, or of the first record when `columns` names the columns.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_TEXT)
  start_marker?: string;

  @ApiPropertyOptional({
    maxLength: MAX_TEXT,
    example: 'END-OF-DATA',
    description: 'The line after the last record.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_TEXT)
  end_marker?: string;

  @ApiPropertyOptional({
    type: 'array',
    maxItems: 100,
    items: { type: 'string', maxLength: MAX_TEXT },
    example: ['security', 'return_code', 'field_count'],
    description: 'Names of the technical cells in front of each record, which the header does not have.',
  })
  @IsOptional()
  @IsOfForm('a list of names', (value) => isTexts(value, 100))
  row_prefix_columns?: string[];

  @ApiPropertyOptional({ default: false, description: 'Removes blanks around cells and names of columns.' })
  @IsOptional()
  @IsBoolean()
  trim?: boolean;

  @ApiPropertyOptional({
    enum: ['error', 'pad'],
    default: 'error',
    description: '`pad`: missing cells at the end are empty, and surplus empty ones are ignored.',
  })
  @IsOptional()
  @IsIn(['error', 'pad'], { message: 'ragged must be error or pad' })
  ragged?: 'error' | 'pad';

  @ApiPropertyOptional({
    default: false,
    description: 'A misplaced quote is a character like any other.',
  })
  @IsOptional()
  @IsBoolean()
  lenient_quotes?: boolean;
}

function isColumns(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0 && isTexts(value, MAX_COLUMNS);
  return isTextRecord(value, 2) && Object.keys(value).sort().join() === 'end_marker,start_marker';
}
