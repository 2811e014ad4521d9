import express from 'express';
import request from 'supertest';
import { allowedMethods } from './problem.filter';

/** An app whose last word is the methods of the path that no route took. */
function app() {
  const express_ = express();
  const answer = (_: unknown, response: express.Response) => void response.send('taken');
  express_.use('/things', (_request, _response, next) => next());
  express_.get('/things/:id', answer);
  express_.delete('/things/:id', answer);
  express_.post('/things', answer);
  express_.use((req: express.Request, res: express.Response) => void res.json(allowedMethods(req)));
  return express_;
}

describe('allowedMethods', () => {
  it('lists the methods of the path, and HEAD where GET is', async () => {
    expect((await request(app()).put('/things/7')).body).toEqual(['DELETE', 'GET', 'HEAD']);
    expect((await request(app()).get('/things')).body).toEqual(['POST']);
  });

  it('is empty for a path that no route has', async () => {
    expect((await request(app()).get('/nothing')).body).toEqual([]);
  });
});
