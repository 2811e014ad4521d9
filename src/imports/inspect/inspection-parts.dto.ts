import { UNDECIDED } from '../../catalog/inspect/column';
import { ApiProperty } from '@nestjs/swagger';
import { DATA_TYPES, type DataType } from '../../catalog/record-type';
import {
  COLUMN_KINDS,
  type ColumnKind,
  type ColumnEvidence,
  type OrderProof,
} from '../../catalog/inspect/column';
import type { DetectedEncoding, DetectedType } from '../../catalog/inspect/inspection';
import type {
  Evidence,
  FormOptions,
  ProposedField,
  Question,
  ResourceScore,
} from '../../catalog/inspect/proposal';
import type { SampleRow } from '../../catalog/inspect/read-rows';
import { RowErrorDto } from '../import-job.dto';

const texts = (description: string, example: readonly string[] = []): PropertyDecorator =>
  ApiProperty({ type: [String], example, description });

const nullableText = (example: string | null, description: string): PropertyDecorator =>
  ApiProperty({ type: String, nullable: true, example, description });

/** A value that only one order of day and month allows. */
export class OrderProofDto implements OrderProof {
  @ApiProperty({ example: 17, description: 'Row of the file.' })
  row!: number;

  @ApiProperty({ example: '13/02/2026', description: 'The value there.' })
  value!: string;
}

/** What the values of one column show. */
export class ColumnEvidenceDto implements ColumnEvidence {
  @ApiProperty({ example: 'Trade Date', description: 'Name in the file.' })
  name!: string;

  @ApiProperty({ example: 3, description: 'Position in the file, from 1.' })
  position!: number;

  @ApiProperty({ enum: COLUMN_KINDS, description: 'What every value is. `empty`: there is no value.' })
  kind!: ColumnKind;

  @ApiProperty({ example: 4_998, description: 'Rows with a value.' })
  value_count!: number;

  @ApiProperty({ example: 0.0004, description: 'Part of the rows without a value, from 0 to 1.' })
  empty_share!: number;

  @ApiProperty({ example: false, description: 'No value comes twice.' })
  unique!: boolean;

  @nullableText(null, 'The one value of all rows; null when there are several.')
  constant!: string | null;

  @texts('The first different values.', ['13/02/2026'])
  examples!: string[];

  @texts('Texts that mean null here: every other value is of a strict kind.', ['N/A'])
  null_values!: string[];

  @nullableText(
    'dd/MM/yyyy',
    'The pattern of dates, or the unit of an epoch; null: the form of the contract.',
  )
  format!: string | null;

  @texts('All patterns that fit every value, when several do.')
  ambiguous_formats!: string[];

  @ApiProperty({
    type: OrderProofDto,
    nullable: true,
    description: 'The value that proves the order of day and month.',
  })
  order_proof!: OrderProofDto | null;

  @nullableText(null, 'Character before the fraction, when it is not a point.')
  decimal_separator!: string | null;

  @nullableText(null, 'Character between thousands.')
  thousands_separator!: string | null;

  @texts('What numbers have that is not part of them, as in field_options.')
  strip!: string[];

  @texts('Texts that mean true.')
  true_values!: string[];

  @texts('Texts that mean false.')
  false_values!: string[];

  @ApiProperty({
    enum: UNDECIDED,
    isArray: true,
    example: ['time_zone'],
    description: 'Options that no value decides and that an import must be given.',
  })
  undecided!: ColumnEvidence['undecided'][number][];

  @texts('A sentence about each finding.', ['Every value fits the pattern dd/MM/yyyy.'])
  evidence!: string[];
}

/** The encoding of the text. */
export class EncodingDto implements DetectedEncoding {
  @nullableText('utf-8', 'The encoding in which the file is read; null: it must be named.')
  label!: string | null;

  @ApiProperty({ example: false, description: 'The file begins with a byte order mark.' })
  bom!: boolean;

  @nullableText(
    null,
    'The likely encoding of a file that is not UTF-8. It is never taken without being named.',
  )
  likely!: string | null;
}

/** How well the columns fit a resource type. */
export class ResourceScoreDto implements ResourceScore {
  @ApiProperty({ example: 'instruments', description: 'The resource type.' })
  resource_type!: string;

  @ApiProperty({ example: 1, description: 'From 0 to 1.' })
  score!: number;

  @texts('What earns or costs a part of the score.', ['"Symbol" feeds identifier.'])
  evidence!: string[];
}

/** An answer to a question. */
export class ChoiceDto {
  @ApiProperty({ example: 'dd/MM/yyyy', description: 'What to show.' })
  label!: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    example: { field_options: { timestamp: { format: 'dd/MM/yyyy' } } },
    description: 'The fields of the form that it means: inspect again with them.',
  })
  options!: FormOptions;
}

/** Something that the file leaves open. */
export class QuestionDto implements Question {
  @ApiProperty({ example: 'date_format', description: 'Stable code.' })
  code!: string;

  @nullableText('timestamp', 'The field that it is about.')
  field!: string | null;

  @nullableText('Trade Date', 'The column that it is about.')
  column!: string | null;

  @ApiProperty({ example: 'In which order are day, month and year?', description: 'The question.' })
  message!: string;

  @ApiProperty({ type: [ChoiceDto], description: 'Known answers; there may be others.' })
  choices!: ChoiceDto[];
}

/** What a part of the proposal rests on. */
export class EvidenceDto implements Evidence {
  @ApiProperty({ example: '/mapping/Symbol', description: 'JSON Pointer into this response.' })
  pointer!: string;

  @ApiProperty({ example: '"Symbol" is a name for identifier.', description: 'A sentence.' })
  message!: string;
}

/** A field of a proposed type. */
export class ProposedFieldDto implements ProposedField {
  @ApiProperty({ example: 'sector', description: 'Key of the field.' })
  field_key!: string;

  @ApiProperty({ example: 'GICS Sector', description: 'The name of the column.' })
  field_label!: string;

  @ApiProperty({ enum: DATA_TYPES, description: 'What it holds.' })
  data_type!: DataType;

  @ApiProperty({ example: 1, description: 'Order of the fields.' })
  display_order!: number;
}

/** The type of all records, as the body of the request that creates it. */
export class ProposedTypeDto implements DetectedType {
  @ApiProperty({
    example: 'instrument_types',
    description: 'Resource of the type: instrument_types, market_types or series.',
  })
  resource!: string;

  @ApiProperty({ example: 'equity', description: 'Identifier.' })
  identifier!: string;

  @ApiProperty({ example: 'equity', description: 'Name.' })
  name!: string;

  @ApiProperty({ enum: ['scalar', 'composite'], required: false, description: 'Kind of a series.' })
  kind?: 'scalar' | 'composite';

  @ApiProperty({ type: [ProposedFieldDto], description: 'Its fields.' })
  fields!: ProposedFieldDto[];

  @ApiProperty({ example: false, description: 'The workspace has it already.' })
  exists!: boolean;
}

/** A row as the file has it, and as an import reads it. */
export class SampleRowDto implements SampleRow {
  @ApiProperty({ example: 1, description: 'Row, from 1.' })
  row!: number;

  @ApiProperty({ example: 2, description: 'Physical line of the file.' })
  line!: number;

  @ApiProperty({
    oneOf: [
      { type: 'array', items: { type: 'string' } },
      { type: 'object', additionalProperties: true },
      { type: 'string' },
    ],
    example: ['AAPL', 'Apple Inc.'],
    description: 'Cells of a CSV, the object of JSON, or the text of a record that cannot be parsed.',
  })
  raw!: unknown;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string', nullable: true },
    nullable: true,
    example: { identifier: 'AAPL', name: 'Apple Inc.' },
    description: 'Values by field, as they would be stored; null: it is not known how to read the row.',
  })
  read!: Record<string, string | null> | null;

  @ApiProperty({ type: [RowErrorDto], description: 'What an import would refuse of the row.' })
  errors!: RowErrorDto[];
}
