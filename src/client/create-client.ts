import createOpenApiClient, { type Client } from 'openapi-fetch';
import type { paths } from './api-types';

/** The API, typed from docs/openapi.json: a path, a field or a status that is not there does not compile. */
export type AlmagestClient = Client<paths>;

/**
 * A client of the server at `url`; every request carries `token`. No redirect is followed: Almagest sends none, the token is
 * for this server alone, and fetch would keep a copy of each file in memory to be able to send it again elsewhere.
 */
export function createClient(url: string, token: string): AlmagestClient {
  const headers = { Authorization: `Bearer ${token}` };
  return createOpenApiClient<paths>({ baseUrl: url, headers, redirect: 'error' });
}
