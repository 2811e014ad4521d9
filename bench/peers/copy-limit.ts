import { TEXT, type Step } from './step';

/** The lower limit: nothing is resolved, checked or compared, and one index grows at its end. */
export const copyPoints = (file: string): Step[] => [{ copy: 'narrow_points', from: file, options: TEXT }];
