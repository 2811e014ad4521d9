import createOpenApiClient, { type Client } from 'openapi-fetch';
import type { paths } from './api-types';

/** The API, typed from docs/openapi.json: a path, a field or a status that is not there does not compile. */
export type AlmagestClient = Client<paths>;

/** A client of the server at `url`; every request carries `token`. */
export function createClient(url: string, token: string): AlmagestClient {
  return createOpenApiClient<paths>({ baseUrl: url, headers: { Authorization: `Bearer ${token}` } });
}
