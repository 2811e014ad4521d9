import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsObject, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import type { JsonOptions } from '../../formats/json/json-options';
import { IsOfForm, isTexts, MAX_COLUMNS, MAX_TEXT } from './option-forms';

class ObjectValuesDto {
  @IsString()
  @MaxLength(MAX_TEXT)
  key_to!: string;
}

/** `json_options`: where the records of a JSON file are. */
export class JsonOptionsDto implements JsonOptions {
  @ApiPropertyOptional({
    maxLength: 1_000,
    example: '/data',
    description: 'JSON Pointer to the array of records; left out: the file is the array.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(1_000)
  record_path?: string;

  @ApiPropertyOptional({
    type: 'object',
    required: ['key_to'],
    properties: {
      key_to: { type: 'string', example: 'identifier', description: 'The field that the key feeds.' },
    },
    example: { key_to: 'identifier' },
    description: 'The records are the members of an object; each key goes to the field `key_to`.',
  })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => ObjectValuesDto)
  object_values?: ObjectValuesDto;

  @ApiPropertyOptional({
    maxLength: 1_000,
    example: '/columns',
    description: 'Columnar files: JSON Pointer to the array of names.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(1_000)
  columns_path?: string;

  @ApiPropertyOptional({
    maxLength: 1_000,
    example: '/rows',
    description: 'Columnar files: JSON Pointer to the array of arrays of values.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(1_000)
  rows_path?: string;

  @ApiPropertyOptional({
    type: [String],
    example: ['timestamp', 'open', 'close'],
    description:
      'Names of the values of each array at `rows_path`; in a job also those that were found at `columns_path`.',
  })
  @IsOptional()
  @IsOfForm('a list of names', (value) => isTexts(value, MAX_COLUMNS))
  columns?: string[];

  @ApiPropertyOptional({
    maxLength: 100,
    example: 'windows-1252',
    description:
      'A label of the WHATWG encoding standard; left out: UTF-8, or UTF-16 by its byte order mark.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  encoding?: string;
}
