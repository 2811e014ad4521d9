import type { OpenAPIObject } from '@nestjs/swagger';
import { shareSchemas } from './share-components';

const thing = (description: string) => ({ title: 'Thing', type: 'object', description });

function documentOf(...schemas: object[]): OpenAPIObject {
  const responses = Object.fromEntries(schemas.map((schema, at) => [String(200 + at), { schema }]));
  return {
    openapi: '3.0.3',
    info: { title: 'T', version: '1' },
    paths: { '/things': { get: { responses } } },
  } as unknown as OpenAPIObject;
}

describe('sharing schemas', () => {
  it('names a schema by its title once, and refers to it wherever it was, within others too', () => {
    const page = {
      title: 'ThingPage',
      type: 'object',
      properties: { data: { type: 'array', items: thing('One.') } },
    };
    const document = documentOf(thing('One.'), page);
    shareSchemas(document);
    expect(document.components?.schemas).toEqual({
      Thing: { type: 'object', description: 'One.' },
      ThingPage: {
        type: 'object',
        properties: { data: { type: 'array', items: { $ref: '#/components/schemas/Thing' } } },
      },
    });
    expect(JSON.stringify(document.paths)).not.toContain('title');
    expect(document.paths['/things']?.get?.responses['201']).toEqual({
      schema: { $ref: '#/components/schemas/ThingPage' },
    });
  });

  it('leaves examples alone, which are data', () => {
    const example = { title: 'A bar', type: 'equity' };
    const document = documentOf({ type: 'object', example });
    shareSchemas(document);
    expect(document.components?.schemas).toEqual({});
    expect(JSON.stringify(document.paths)).toContain(JSON.stringify(example));
  });

  it('refuses two different schemas under one title', () => {
    expect(() => shareSchemas(documentOf(thing('One.'), thing('Another.')))).toThrow(/title Thing/);
  });
});
