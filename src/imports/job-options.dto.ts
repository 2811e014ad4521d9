import { ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { COMPRESSIONS, type Compression } from '../formats/compression';
import { ARCHIVED, ON_DUPLICATE, UNKNOWN_COLUMNS } from './import-options';
import { CsvOptionsDto } from './options/csv-options.dto';
import { FieldOptionsDto } from './options/field-options.dto';
import { JsonOptionsDto } from './options/json-options.dto';
import { UnpivotDto } from './options/unpivot.dto';

/** The reading options of a job, as they were resolved when it was accepted. */
export class JobOptionsDto {
  @ApiProperty({
    type: CsvOptionsDto,
    example: { delimiter: ',', encoding: 'utf-8' },
    description: 'How the CSV file is read, with the delimiter and the encoding that were detected.',
  })
  csv_options!: object;

  @ApiProperty({ type: JsonOptionsDto, example: {}, description: 'Where the records of the JSON file are.' })
  json_options!: object;

  @ApiProperty({
    type: 'object',
    additionalProperties: { $ref: getSchemaPath(FieldOptionsDto) },
    example: {},
    description: 'Field → how its cells are read.',
  })
  field_options!: object;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    example: {},
    description: 'Reference field → field of the referenced resource by which it is looked up.',
  })
  match!: object;

  @ApiProperty({ type: UnpivotDto, nullable: true, example: null, description: 'Wide to long.' })
  unpivot!: object | null;

  @ApiProperty({ enum: ON_DUPLICATE, example: 'error', description: 'What the same key twice means.' })
  on_duplicate!: (typeof ON_DUPLICATE)[number];

  @ApiProperty({ enum: UNKNOWN_COLUMNS, example: 'ignore', description: 'What an unknown column means.' })
  unknown_columns!: (typeof UNKNOWN_COLUMNS)[number];

  @ApiProperty({
    enum: ARCHIVED,
    example: 'restore',
    description: 'What happens with an archived record that a row matches.',
  })
  archived!: (typeof ARCHIVED)[number];

  @ApiProperty({
    type: String,
    nullable: true,
    example: null,
    description: 'How many rows may fail under `abort`: a number, or a percentage such as `1%`.',
  })
  max_errors!: string | null;

  @ApiProperty({ example: false, description: 'Whether a warning is an error of the file.' })
  warnings_as_errors!: boolean;

  @ApiProperty({
    type: [String],
    nullable: true,
    example: null,
    description: 'The columns that the file must have.',
  })
  expect_columns!: readonly string[] | null;

  @ApiProperty({
    type: String,
    enum: [...COMPRESSIONS, null],
    nullable: true,
    example: null,
    description: 'How the file is compressed.',
  })
  compression!: Compression | null;

  @ApiProperty({ type: String, nullable: true, example: null, description: 'The file inside the archive.' })
  member!: string | null;

  @ApiProperty({ type: String, nullable: true, example: null, description: 'Identifier of the profile.' })
  profile!: string | null;
}
