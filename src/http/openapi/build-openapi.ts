import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { completeOperation, type Operation } from './complete-operation';
import { describeTags } from './describe-tags';
import { PROBLEM_SCHEMAS } from './problem-schemas';
import { readVersion } from './read-version';
import { shareResponses } from './share-responses';
import { shareSchemas } from './share-schemas';

const METHODS = ['get', 'put', 'post', 'delete', 'patch'] as const;
const DESCRIPTION = `Bulk import and export of financial reference data and time series.

Send \`Authorization: Bearer ptk_live_…\` with every request under \`/v1\`. \`workspaceId\` is the UUID or the slug of a
workspace; every other id takes a UUID or your own identifier. Decimals are strings, digit for digit; times are ISO 8601 in
UTC. A refused request is answered with \`application/problem+json\`; its \`code\` is stable.`;

/** The OpenAPI document of the whole application. Throws when two operations have the same id. */
export function buildOpenApi(app: INestApplication): OpenAPIObject {
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
