import type { Kind, KindOptions } from '../../kind';
import { booleanFault } from './boolean-fault';
import { blanksFault, type Fault } from './fault';
import { dateFault, timestampFault } from './instant-fault';
import { numberFault } from './number-fault';
import { textFault } from './text-fault';

const BY_KIND: Readonly<Record<string, (text: string, options: KindOptions) => Fault | null>> = {
  decimal: numberFault,
  boolean: booleanFault,
  date: dateFault,
  timestamp: timestampFault,
  text: textFault,
  identifier: blanksFault,
  reference: blanksFault,
};

/** What is wrong with a text that a kind refuses, and what reads it; null when nothing more can be said. */
export const faultOf = ({ name }: Pick<Kind, 'name'>, text: string, options: KindOptions): Fault | null =>
  BY_KIND[name]?.(text, options) ?? null;
