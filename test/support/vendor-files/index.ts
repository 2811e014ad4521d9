import { BAR_FILES } from './bars';
import { RECORD_FILES } from './records';
import { VALUE_FILES } from './values';
import type { NoImport, VendorFile } from './vendor-file';

export type { NoImport, VendorFile };

/** The real files that an import takes, in the order of their paths. */
export const VENDOR_FILES: readonly VendorFile[] = [...BAR_FILES, ...RECORD_FILES, ...VALUE_FILES].sort(
  (one, other) => (one.file < other.file ? -1 : 1),
);

const CALENDAR = 'Market calendars are written with `PUT /markets/{id}/calendar`, not by an import.';

const calendar = (file: string): NoImport => ({
  file,
  why: CALENDAR,
  form: { resource_type: 'market_calendars' },
  code: 'unsupported_resource_type',
});

/** The real files of a resource that no import takes. */
export const NO_IMPORTS: readonly NoImport[] = [
  calendar('exchange-calendars__xhkg.csv'),
  calendar('exchange-calendars__xnys.csv'),
  calendar('nyse-jpx-holidays__nyse_all_full_day_holidays_since_1928.csv'),
];
