import type { ResourceDescription } from '../catalog/resource';
import { instrumentTypes } from './instruments/instrument-types.resource';
import { instruments } from './instruments/instruments.resource';

/** Every resource, one line each. */
export const RESOURCES: readonly ResourceDescription[] = [instrumentTypes, instruments];
