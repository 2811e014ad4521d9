import { ApiProperty } from '@nestjs/swagger';

export const UP_OR_DOWN = ['up', 'down'] as const;
export type UpOrDown = (typeof UP_OR_DOWN)[number];

/** The process runs. */
export class LivenessDto {
  @ApiProperty({ enum: ['ok'], example: 'ok', description: 'The process responds.' })
  status!: 'ok';
}

/** Whether requests may be sent here, and why not. */
export class ReadinessDto {
  @ApiProperty({
    enum: ['ok', 'unavailable', 'draining'],
    example: 'ok',
    description: 'Anything but ok comes with a 503.',
  })
  status!: 'ok' | 'unavailable' | 'draining';

  @ApiProperty({ enum: UP_OR_DOWN, example: 'up', description: 'Postgres responds.' })
  database!: UpOrDown;

  @ApiProperty({ enum: UP_OR_DOWN, example: 'up', description: 'The storage of files can be written.' })
  storage!: UpOrDown;

  @ApiProperty({
    enum: UP_OR_DOWN,
    example: 'up',
    description: 'Redis responds. Without it jobs still run, only a little later.',
  })
  redis!: UpOrDown;
}
