import express from 'express';
import request from 'supertest';
import { onlyProbes } from './middleware';

describe('onlyProbes', () => {
  const app = express().use(onlyProbes, (_request: express.Request, response: express.Response) => {
    response.send('reached');
  });

  it.each(['/health/live', '/health/ready', '/metrics', '/metrics/'])('lets %s through', async (path) => {
    expect((await request(app).get(path)).text).toBe('reached');
  });

  it.each(['/', '/docs', '/openapi.json', '/v1/workspaces/default', '/health/other', '/metrics/x'])(
    'returns 404 for %s',
    async (path) => {
      const { status, text } = await request(app).get(path);
      expect([status, (JSON.parse(text) as { code: string }).code]).toEqual([404, 'not_found']);
    },
  );
});
