import type { INestApplication } from '@nestjs/common';
import { type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { Response } from 'express';
import { buildOpenApi } from './build-openapi';
import { problemsPage } from './problems-page';

/** Serves Swagger UI at /docs, the document at /openapi.json and the problems at /docs/problems. No page asks other hosts. */
export function serveDocs(app: INestApplication): void {
  const page = problemsPage();
  app
    .getHttpAdapter()
    .get('/docs/problems', (_: unknown, response: Response) => response.type('html').send(page));
  SwaggerModule.setup(
    'docs',
    app,
    once(() => buildOpenApi(app)),
    {
      jsonDocumentUrl: 'openapi.json',
      raw: ['json'],
      customSiteTitle: 'Almagest API',
      swaggerOptions: {
        persistAuthorization: true,
        validatorUrl: null, // the badge would send the document to another host
        tagsSorter: 'alpha',
        displayRequestDuration: true,
        deepLinking: true,
        docExpansion: 'none', // more than a hundred operations
        filter: true,
      },
    },
  );
}

function once(build: () => OpenAPIObject): () => OpenAPIObject {
  let document: OpenAPIObject | undefined;
  return () => (document ??= build());
}
