import type { ResourceDescription } from '../resource';

/** The column of a record that holds the key of `through`. */
export const throughColumn = ({ through }: ResourceDescription): string => through?.column ?? '';
