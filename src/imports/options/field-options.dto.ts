import { ApiPropertyOptional } from '@nestjs/swagger';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { STRIP_RULES, type FieldOptions, type StripRule } from '../../catalog/binding/field-options';
import { isText, isTextRecord, isTexts, IsOfForm, MAX_VALUES } from './option-forms';

const FROM_FIELD = 'a text, or {"from": "<field>"}';

/** `field_options` of one field: how its cells are read. */
export class FieldOptionsDto implements FieldOptions {
  @ApiPropertyOptional({
    oneOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }],
    example: ['Date', 'Time'],
    description: 'The column that feeds the field, or several that are joined with `separator`.',
  })
  @IsOptional()
  @IsOfForm('the name of a column, or a list of names', (value) => isText(value) || isTexts(value, 10))
  from?: string | string[];

  @ApiPropertyOptional({ maxLength: 20, default: ' ', description: 'Between the cells of several columns.' })
  @IsOptional()
  @IsString()
  @MaxLength(20)
  separator?: string;

  @ApiPropertyOptional({
    maxLength: 100,
    example: 'dd/MM/yyyy',
    description:
      'Dates and timestamps: a pattern of Unicode (CLDR) letters, or `epoch_s`, `epoch_ms`, `epoch_us`, `epoch_ns`.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  format?: string;

  @ApiPropertyOptional({
    minimum: 1,
    maximum: 9_900,
    type: 'integer',
    example: 1970,
    description: 'Two-digit years lie in the hundred years from this one.',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(9_900)
  pivot_year?: number;

  @ApiPropertyOptional({
    oneOf: [
      { type: 'string', enum: ['first', 'last'] },
      { type: 'integer', minimum: 1, maximum: 31 },
    ],
    example: 'last',
    description: 'The day of the month for a pattern without one.',
  })
  @IsOptional()
  @IsOfForm('first, last or a day from 1 to 31', isDay)
  day?: 'first' | 'last' | number;

  @ApiPropertyOptional({
    maxLength: 60,
    example: 'America/New_York',
    description: 'IANA name of the zone of local times.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  time_zone?: string;

  @ApiPropertyOptional({
    enum: ['error', 'earlier', 'later'],
    default: 'error',
    description: 'The instant that a local time means which the clock shows twice.',
  })
  @IsOptional()
  @IsIn(['error', 'earlier', 'later'], { message: 'ambiguous must be error, earlier or later' })
  ambiguous?: 'error' | 'earlier' | 'later';

  @ApiPropertyOptional({
    pattern: '^\\d{4}-\\d{2}-\\d{2}$',
    example: '2013-10-07',
    description: 'The date of times of day and of milliseconds since midnight.',
  })
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'date must be written YYYY-MM-DD' })
  date?: string;

  @ApiPropertyOptional({
    enum: ['error', 'truncate'],
    default: 'error',
    description: 'What happens with digits beyond microseconds that are not zero.',
  })
  @IsOptional()
  @IsIn(['error', 'truncate'], { message: 'fraction must be error or truncate' })
  fraction?: 'error' | 'truncate';

  @ApiPropertyOptional({
    pattern: '^[^\\d\\s+-]$',
    example: ',',
    description: 'The decimal mark; a point by default.',
  })
  @IsOptional()
  @Matches(/^[^\d\s+-]$/u, { message: 'decimal_separator must be one character' })
  decimal_separator?: string;

  @ApiPropertyOptional({
    pattern: '^[^\\d+-]$',
    example: '.',
    description: 'The mark between groups of three digits.',
  })
  @IsOptional()
  @Matches(/^[^\d+-]$/u, { message: 'thousands_separator must be one character' })
  thousands_separator?: string;

  @ApiPropertyOptional({
    enum: STRIP_RULES,
    isArray: true,
    description: 'What is removed from numbers; `parentheses`: a number in parentheses is negative.',
  })
  @IsOptional()
  @IsArray()
  @IsIn(STRIP_RULES, { each: true, message: `strip must be a list of ${STRIP_RULES.join(', ')}` })
  strip?: StripRule[];

  @ApiPropertyOptional({
    minimum: -100,
    maximum: 100,
    type: 'integer',
    example: -4,
    description: 'A power of ten that is applied to the text of a number: -4 turns 5123400 into 512.3400.',
  })
  @IsOptional()
  @IsInt()
  @Min(-100)
  @Max(100)
  scale?: number;

  @ApiPropertyOptional({ type: [String], example: ['N/A', '-'], description: 'Texts that mean null.' })
  @IsOptional()
  @IsOfForm('a list of texts', (value) => isTexts(value, MAX_VALUES))
  null_values?: string[];

  @ApiPropertyOptional({
    oneOf: [
      { type: 'string' },
      { type: 'object', required: ['from'], properties: { from: { type: 'string' } } },
    ],
    example: { from: 'identifier' },
    description: 'The value of an empty cell: a constant, or the value of another field.',
  })
  @IsOptional()
  @IsOfForm(FROM_FIELD, (value) => isText(value) || (isTextRecord(value, 1) && 'from' in (value as object)))
  default?: string | { from: string };

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'string' },
    example: { NASDAQ: 'XNAS' },
    description: 'Value of the file → value of the field.',
  })
  @IsOptional()
  @IsOfForm('an object of texts', (value) => isTextRecord(value, MAX_VALUES))
  map?: Record<string, string>;

  @ApiPropertyOptional({ enum: ['upper', 'lower'], description: 'Changes the case of the value.' })
  @IsOptional()
  @IsIn(['upper', 'lower'], { message: 'case must be upper or lower' })
  case?: 'upper' | 'lower';

  @ApiPropertyOptional({ default: false, description: 'Removes blanks around the value.' })
  @IsOptional()
  @IsBoolean()
  trim?: boolean;

  @ApiPropertyOptional({ type: [String], example: ['Y'], description: 'Texts that mean true.' })
  @IsOptional()
  @IsOfForm('a list of texts', (value) => isTexts(value, MAX_VALUES))
  true_values?: string[];

  @ApiPropertyOptional({ type: [String], example: ['N'], description: 'Texts that mean false.' })
  @IsOptional()
  @IsOfForm('a list of texts', (value) => isTexts(value, MAX_VALUES))
  false_values?: string[];
}

function isDay(value: unknown): boolean {
  if (value === 'first' || value === 'last') return true;
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 31;
}
