import type { Request } from 'express';
import { problem } from '../http/problem/problem.exception';
import type { Signer } from './signer';

/**
 * True for a URL that was signed for the `:id` of its path and is still valid. Throws 403 `link_expired` for a signature that
 * is not, unless the request brings a token as well.
 */
export function isSigned(
  { params, query, headers }: Pick<Request, 'params' | 'query' | 'headers'>,
  signer: Pick<Signer, 'verify'>,
): boolean {
  const { expires, signature } = query;
  if (signature === undefined) return false;
  const id = String(params['id']).toLowerCase();
  if (
    typeof expires === 'string' &&
    typeof signature === 'string' &&
    signer.verify('download', id, expires, signature)
  )
    return true;
  if (headers.authorization !== undefined) return false;
  throw problem(
    403,
    'link_expired',
    'This link has expired or was changed. Get the export again to receive a new link, or send a token.',
  );
}
