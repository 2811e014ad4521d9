import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';
import { SETTINGS } from '../config/config.module';
import type { Settings } from '../config/settings';
import { openRequestContext } from '../database/work-context';
import { drainRest, onlyProbes } from './middleware';
import { JsonBodyInterceptor } from './body/json-body.interceptor';
import { closeUnused } from './close-unused';
import { createLogger } from './logging/logger';
import { answerRequestId, logRequests } from './logging/request-log';
import { PinoLogger } from './logging/pino-logger';
import { serveDocs } from './openapi/build-openapi';
import { ProblemFilter } from './problem/problem.filter';
import { DtoPipe } from './validation/dto.pipe';
import { QueryInterceptor } from './validation/query.interceptor';

const HEADERS_MS = 30_000;
const KEEP_ALIVE_MS = 65_000;

/** Configures an application created with `createAdapter()`; call it before `init` or `listen`. */
export function configureApp(app: NestExpressApplication): void {
  const settings = app.get<Settings>(SETTINGS);
  const logger = createLogger(settings.logLevel);
  app.useLogger(new PinoLogger(logger));
  app.set('trust proxy', settings.trustProxy);
  app.use(openRequestContext, answerRequestId, logRequests(logger), drainRest, securityHeaders, noStore);
  if (settings.role === 'worker') app.use(onlyProbes);
  else serveDocs(app);
  app.useGlobalFilters(new ProblemFilter());
  app.useGlobalInterceptors(new QueryInterceptor(), new JsonBodyInterceptor());
  app.useGlobalPipes(new DtoPipe());
  setTimeouts(app, settings);
  closeUnused(app.getHttpServer());
}

/** Plain http is the normal case behind a proxy and on a local machine, so nothing here forces https. */
const securityHeaders = helmet({
  strictTransportSecurity: false,
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"], // Swagger UI brings its style in the page
      imgSrc: ["'self'", 'data:'],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
  },
});

/** Responses contain one workspace's data: no cache may store them. A route may override this. */
function noStore(_request: Request, response: Response, next: NextFunction): void {
  response.setHeader('Cache-Control', 'no-store');
  next();
}

/** The time for a whole request is that of the longest upload; the upload module limits slow ones. */
function setTimeouts(app: NestExpressApplication, settings: Settings): void {
  const server = app.getHttpServer();
  server.requestTimeout = settings.uploadTimeoutMs;
  server.headersTimeout = Math.min(HEADERS_MS, settings.uploadTimeoutMs);
  server.keepAliveTimeout = KEEP_ALIVE_MS;
}
