import { TEXT, type Step } from './step';

/** The limit: nothing to resolve, to check or to compare, one index that grows at its end. */
export const copyPoints = (file: string): Step[] => [{ copy: 'narrow_points', from: file, options: TEXT }];
