import { Controller, Get, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Public } from '../auth/decorators';
import { LivenessDto, ReadinessDto } from './health.dto';
import { ReadinessService } from './readiness.service';

@Controller('health')
@ApiTags('Health')
export class HealthController {
  constructor(private readonly readiness: ReadinessService) {}

  @Get('live')
  @Public()
  @ApiOperation({ summary: 'Does the process answer?' })
  @ApiOkResponse({ type: LivenessDto, description: 'It does.' })
  live(): LivenessDto {
    return { status: 'ok' };
  }

  @Get('ready')
  @Public()
  @ApiOperation({ summary: 'May requests be sent here?' })
  @ApiOkResponse({ type: ReadinessDto, description: 'They may.' })
  @ApiServiceUnavailableResponse({
    type: ReadinessDto,
    description: 'Postgres or the storage is down, or the process is about to stop.',
  })
  async ready(@Res({ passthrough: true }) response: Response): Promise<ReadinessDto> {
    const readiness = await this.readiness.read();
    if (readiness.status !== 'ok') response.status(503);
    return readiness;
  }
}
