import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Request, Response } from 'express';
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';

/** Seconds; from a cached answer to the upload of 100 MB over a slow connection. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 120];
const LABELS = ['method', 'route', 'status'] as const;

/** The metrics of this process. No label names a workspace: metrics are not for tenants and must not reveal one. */
@Injectable()
export class MetricsService implements OnModuleDestroy {
  readonly registry = new Registry();
  private readonly requests = new Counter({
    name: 'almagest_http_requests_total',
    help: 'Requests answered.',
    labelNames: LABELS,
    registers: [this.registry],
  });
  private readonly seconds = new Histogram({
    name: 'almagest_http_request_seconds',
    help: 'Seconds from the head of a request to the end of its answer.',
    labelNames: LABELS,
    buckets: BUCKETS,
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  onModuleDestroy(): void {
    this.registry.clear();
  }

  /** Counts a request once it is answered, under the pattern of its route and never under its path. */
  observe(request: Request, response: Response): void {
    const end = this.seconds.startTimer();
    response.once('finish', () => {
      const route = (request.route as { path?: unknown } | undefined)?.path;
      const labels = {
        method: request.method,
        route: typeof route === 'string' ? route : 'unmatched',
        status: String(response.statusCode),
      };
      this.requests.inc(labels);
      end(labels);
    });
  }
}
