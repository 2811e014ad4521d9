import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { Response } from 'express';
import { completeOperation, type Operation } from './operations';
import { PROBLEM_SCHEMAS, problemsPage } from './problem-docs';
import { readVersion } from '../../config/read-version';
import { shareResponses, shareSchemas } from './share-components';

const METHODS = ['get', 'put', 'post', 'delete', 'patch'] as const;
const DESCRIPTION = `Bulk import and export of financial reference data and time series.

Send \`Authorization: Bearer ptk_live_…\` with every request under \`/v1\`. \`workspaceId\` is the UUID or the slug of a
workspace; every other id takes a UUID or your own identifier. Decimals are strings, digit for digit; times are ISO 8601 in
UTC. An error response is \`application/problem+json\`; its \`code\` is stable.`;

/** The OpenAPI document of the whole application. Throws when two operations have the same id. */
function buildOpenApi(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Almagest')
    .setDescription(DESCRIPTION)
    .setVersion(readVersion())
    .setOpenAPIVersion('3.0.3')
    .setLicense('MIT', 'https://opensource.org/license/mit')
    .addServer('/', 'This server')
    .addBearerAuth(
      { type: 'http', scheme: 'bearer', description: 'A token of a robot: ptk_live_ and 64 hex digits.' },
      'bearer',
    )
    .addSecurityRequirements('bearer')
    .build();
  const document = SwaggerModule.createDocument(app, config, { operationIdFactory });
  const operations = operationsOf(document);
  for (const { path, operation } of operations) completeOperation(path, operation);
  rejectDuplicates(operations.map(({ operation }) => operation.operationId ?? ''));
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, ...PROBLEM_SCHEMAS },
  };
  shareSchemas(document);
  shareResponses(document);
  document.tags = describeTags(operations.flatMap(({ operation }) => operation.tags ?? []));
  return document;
}

/** `ImportsController.create` → `imports_create`. */
function operationIdFactory(controller: string, method: string): string {
  const name = controller.replace(/Controller$/, '');
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}_${method}`;
}

function operationsOf({ paths }: OpenAPIObject): { path: string; operation: Operation }[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => (item[method] === undefined ? [] : [{ path, operation: item[method] }])),
  );
}

function rejectDuplicates(ids: readonly string[]): void {
  const duplicates = ids.filter((id, at) => ids.indexOf(id) !== at);
  if (duplicates.length > 0) {
    throw new Error(`Two operations have the id ${duplicates.join(', ')}: rename a controller or a method.`);
  }
}

/** What the groups of operations are about, by their name without case, blanks and dashes. */
const DESCRIPTIONS: Readonly<Record<string, string>> = {
  workspaces: 'Workspaces are the tenants: nothing of one is visible in another.',
  robots: 'Robots are the principals of a workspace. Each has a role and any number of tokens.',
  imports: 'Upload a file of records; a job imports it and reports every invalid row.',
  exports: 'A job writes one consistent snapshot of a resource to a file for download.',
  instruments: 'What is traded or quoted, with the custom fields of its type.',
  instrumenttypes: 'Types of instruments and the custom fields that they have.',
  markets: 'Where instruments are listed, with the custom fields of their type.',
  markettypes: 'Types of markets and the custom fields that they have.',
  series: 'Types of time series: scalar, or composite with items.',
  timeseriesvalues: 'Points of scalar time series.',
  compositetimeseriesvalues: 'Points of composite time series: several items at one instant.',
  marketlistings: 'Which instrument is listed at which market.',
  marketlistingsuspensions: 'Periods in which a listing does not trade.',
  marketcalendars: 'Which days a market is open, and from when to when.',
  health: 'Whether the server runs, for people and for orchestrators.',
  metrics: 'Metrics for Prometheus.',
  operator: 'Pages for the operator of the server.',
};

/** The tags of the document, in order of their names, each with a sentence. */
function describeTags(names: Iterable<string>): { name: string; description: string }[] {
  const sorted = [...new Set(names)].sort();
  return sorted.map((name) => ({
    name,
    description:
      DESCRIPTIONS[name.toLowerCase().replace(/[^a-z]/g, '')] ?? `Operations on ${name.toLowerCase()}.`,
  }));
}

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
