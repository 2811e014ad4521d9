import { BLOOMBERG } from './bloomberg';
import type { BuiltInProfile } from './built-in-profile';
import { ECB } from './ecb';
import { END_OF_DAY } from './end-of-day';
import { FINANCE_DATABASE } from './financedatabase';
import { ISO10383 } from './iso10383';
import { LEAN } from './lean';
import { LSEG } from './lseg';
import { MARKET_DATA_FILES } from './market-data-files';
import { NASDAQ } from './nasdaq';
import { NYSE } from './nyse';
import { STOOQ } from './stooq';

/** Every built-in profile, by vendor: the order of the page about profiles. */
export const BUILT_IN_PROFILES: readonly BuiltInProfile[] = [
  ...NASDAQ,
  ...ISO10383,
  ...ECB,
  ...STOOQ,
  ...END_OF_DAY,
  ...MARKET_DATA_FILES,
  ...LSEG,
  ...BLOOMBERG,
  ...LEAN,
  ...FINANCE_DATABASE,
  ...NYSE,
];
