import { type MiddlewareConsumer, Module, type NestModule } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { JobsModule } from '../jobs/jobs.module';
import { QueueModule } from '../queue/queue.module';
import { JobMetrics } from './job-metrics';
import { MetricsController } from './metrics.controller';
import { MetricsService } from './metrics.service';

/** Metrics of this process, its requests and its jobs. */
@Module({
  imports: [JobsModule, QueueModule],
  controllers: [MetricsController],
  providers: [MetricsService, JobMetrics],
})
export class MetricsModule implements NestModule {
  constructor(private readonly metrics: MetricsService) {}

  configure(consumer: MiddlewareConsumer): void {
    const observe = (request: Request, response: Response, next: NextFunction): void => {
      this.metrics.observe(request, response);
      next();
    };
    consumer.apply(observe).forRoutes('{*path}');
  }
}
