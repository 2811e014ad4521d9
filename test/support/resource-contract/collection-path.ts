import type { ResourceDescription } from '../../../src/catalog/resource';

/** Where the records of a resource are served in a workspace. */
export const collectionPath = ({ name }: ResourceDescription): string => `/${name.replaceAll('_', '-')}`;
