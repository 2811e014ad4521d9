import { ApiExtraModels, ApiPropertyOptional, getSchemaPath } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { ARCHIVED, ON_DUPLICATE, UNKNOWN_COLUMNS, type ImportOptions } from './import-options';
import { CsvOptionsDto } from './options/csv-options.dto';
import { FieldOptionsDto } from './options/field-options.dto';
import { JsonOptionsDto } from './options/json-options.dto';
import { isTextRecord, isTexts, IsOfForm, MAX_COLUMNS } from './options/option-forms';
import { UnpivotDto } from './options/unpivot.dto';

/** A number of rows, or a percentage. */
export const MAX_ERRORS_PATTERN = '^(?:\\d{1,7}|\\d{1,2}(?:\\.\\d{1,4})?%|100%)$';

/** All reading options of an import: of its form, of a profile and of the job. */
@ApiExtraModels(FieldOptionsDto)
export class ImportOptionsDto implements Omit<ImportOptions, 'field_options'> {
  @ApiPropertyOptional({ type: CsvOptionsDto, description: 'How a CSV file is written.' })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => CsvOptionsDto)
  csv_options?: CsvOptionsDto;

  @ApiPropertyOptional({ type: JsonOptionsDto, description: 'Where the records of a JSON file are.' })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => JsonOptionsDto)
  json_options?: JsonOptionsDto;

  /** A Map to class-validator, which then checks each member; a plain object in JSON. */
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { $ref: getSchemaPath(FieldOptionsDto) },
    description: 'Field, or `*` for all → how its cells are read.',
  })
  @IsOptional()
  @IsObject()
  @ValidateNested({ each: true })
  @Type(() => FieldOptionsDto)
  field_options?: Map<string, FieldOptionsDto>;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'string' },
    example: { instrument_id: 'isin' },
    description: 'Reference field → field of the referenced resource by which it is looked up.',
  })
  @IsOptional()
  @IsOfForm('an object of texts', (value) => isTextRecord(value, 30))
  match?: Record<string, string>;

  @ApiPropertyOptional({ type: UnpivotDto, description: 'Wide to long: one row for each column.' })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => UnpivotDto)
  unpivot?: UnpivotDto;

  @ApiPropertyOptional({
    enum: ON_DUPLICATE,
    default: 'error',
    description:
      'The same key twice in the file: an error, skipped when the rows are identical, or the first or last one counts.',
  })
  @IsOptional()
  @IsIn(ON_DUPLICATE, { message: `on_duplicate must be one of ${ON_DUPLICATE.join(', ')}` })
  on_duplicate?: (typeof ON_DUPLICATE)[number];

  @ApiPropertyOptional({
    enum: UNKNOWN_COLUMNS,
    default: 'ignore',
    description: '`error`: a column that feeds no field is an error of the file.',
  })
  @IsOptional()
  @IsIn(UNKNOWN_COLUMNS, { message: `unknown_columns must be one of ${UNKNOWN_COLUMNS.join(', ')}` })
  unknown_columns?: (typeof UNKNOWN_COLUMNS)[number];

  @ApiPropertyOptional({
    enum: ARCHIVED,
    default: 'restore',
    description: 'What happens with an archived record that a row matches.',
  })
  @IsOptional()
  @IsIn(ARCHIVED, { message: `archived must be one of ${ARCHIVED.join(', ')}` })
  archived?: (typeof ARCHIVED)[number];

  @ApiPropertyOptional({
    pattern: MAX_ERRORS_PATTERN,
    example: '1%',
    description: 'Under `abort`: so many rows, or so many per cent, may fail and are left out.',
  })
  @IsOptional()
  @Matches(new RegExp(MAX_ERRORS_PATTERN), {
    message: 'max_errors must be a number of rows, such as 100, or a percentage, such as 1%',
  })
  max_errors?: string;

  @ApiPropertyOptional({ default: false, description: 'A warning counts as an error of the file.' })
  @IsOptional()
  @IsBoolean()
  warnings_as_errors?: boolean;

  @ApiPropertyOptional({
    type: [String],
    description: 'The columns that the file must have, in any order; others are an error of the file.',
  })
  @IsOptional()
  @IsOfForm('a list of names', (value) => isTexts(value, MAX_COLUMNS))
  expect_columns?: string[];

  @ApiPropertyOptional({
    maxLength: 1_000,
    example: 'prices.csv',
    description: 'The file inside a zip archive; needed when it has several.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(1_000)
  member?: string;
}
