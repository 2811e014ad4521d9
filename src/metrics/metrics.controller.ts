import { Controller, Get, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Public } from '../auth/decorators';
import { MetricsService } from './metrics.service';

@Controller('metrics')
@ApiTags('Metrics')
export class MetricsController {
  constructor(private readonly metrics: MetricsService) {}

  @Get()
  @Public()
  @ApiOperation({
    summary: 'Metrics for Prometheus',
    description: 'Of this process; no label names a workspace.',
  })
  @ApiProduces('text/plain')
  @ApiOkResponse({ schema: { type: 'string' }, description: 'The text format of Prometheus.' })
  async get(@Res() response: Response): Promise<void> {
    const { registry } = this.metrics;
    const text = await registry.metrics();
    response.set('Content-Type', registry.contentType).send(text);
  }
}
