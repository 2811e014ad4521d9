import { ApiProperty } from '@nestjs/swagger';
import { JOB_STATUSES, type JobKind } from './job';

/** Properties that every kind of job shows to clients in the same way. */
export const JobId = (kind: JobKind['name']): PropertyDecorator =>
  ApiProperty({
    format: 'uuid',
    example: '0b9f6a3e-53c5-4a53-9f2b-6f2d3a1c8e11',
    description: `Id of the ${kind}.`,
  });

export const Status = (): PropertyDecorator =>
  ApiProperty({
    enum: JOB_STATUSES,
    example: 'completed',
    description: 'A job only moves forward, and a final one never changes again.',
  });

/** `description`: what the robot did. */
export const CreatedBy = (description: string): PropertyDecorator =>
  ApiProperty({
    type: String,
    nullable: true,
    format: 'uuid',
    example: '5f0c1b8e-7c0e-4d6e-8a53-0d7c2a51f0aa',
    description,
  });

export const CreatedAt = (): PropertyDecorator =>
  ApiProperty({
    format: 'date-time',
    example: '2026-11-24T16:00:00.123456Z',
    description: 'When it was accepted.',
  });

export const StartedAt = (): PropertyDecorator =>
  NullableInstant('2026-11-24T16:00:00.2Z', 'When a worker first claimed it.');

export const FinishedAt = (): PropertyDecorator => NullableInstant('2026-11-24T16:00:01Z', 'When it ended.');

export const NullableInstant = (example: string, description: string): PropertyDecorator =>
  ApiProperty({ type: String, nullable: true, format: 'date-time', example, description });
