import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsOptional, IsString, MaxLength } from 'class-validator';
import type { UnpivotOptions } from '../../catalog/binding/unpivot-options';
import { isTexts, IsOfForm, MAX_COLUMNS, MAX_TEXT } from './option-forms';

/** `unpivot`: turns a wide row into one row for each of its columns. */
export class UnpivotDto implements UnpivotOptions {
  @ApiPropertyOptional({
    oneOf: [
      { type: 'string', enum: ['*'] },
      { type: 'array', items: { type: 'string' } },
    ],
    example: '*',
    description: 'The columns that hold values; `*`: all columns without those in `except`.',
  })
  @IsOfForm('"*" or a list of names', (value) => value === '*' || isTexts(value, MAX_COLUMNS))
  columns!: '*' | string[];

  @ApiPropertyOptional({
    type: [String],
    example: ['Date'],
    description: 'Columns that hold no values, when `columns` is `*`.',
  })
  @IsOptional()
  @IsOfForm('a list of names', (value) => isTexts(value, MAX_COLUMNS))
  except?: string[];

  @ApiPropertyOptional({
    maxLength: MAX_TEXT,
    example: 'instrument_id',
    description: 'The field that the name of the column feeds.',
  })
  @IsString()
  @MaxLength(MAX_TEXT)
  name_to!: string;

  @ApiPropertyOptional({
    maxLength: MAX_TEXT,
    example: 'value',
    description: 'The field that the cell feeds.',
  })
  @IsString()
  @MaxLength(MAX_TEXT)
  value_to!: string;

  @ApiPropertyOptional({ default: true, description: 'An empty cell gives no row.' })
  @IsOptional()
  @IsBoolean()
  skip_null?: boolean;
}
