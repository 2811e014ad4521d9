import type { ImportSettings } from '../../imports/import-settings';

/** A profile that every workspace has, for a file in the public layout of a vendor. Nobody changes it; anybody copies it. */
export interface BuiltInProfile {
  readonly identifier: string;
  readonly name: string;
  /** The file that it reads, in one or two sentences. */
  readonly reads: string;
  readonly resourceType: string;
  /** What the file does not say, so that the import has to: as a part of the form, with an example. */
  readonly give: string;
  /** The fields that the type or the series of the records must have; the form can map them to others. */
  readonly fields: readonly string[];
  readonly options: ImportSettings;
}

/** The columns of a file with bars → the fields of a composite series. */
export const bars = (
  open: string,
  high: string,
  low: string,
  close: string,
  volume: string,
): Readonly<Record<string, string>> => ({
  [open]: 'open',
  [high]: 'high',
  [low]: 'low',
  [close]: 'close',
  [volume]: 'volume',
});

export const OHLCV = ['open', 'high', 'low', 'close', 'volume'] as const;

/** What every file of one instrument leaves to the import. */
export const GIVE_INSTRUMENT_AND_SERIES = '`defaults={"instrument_id":"AAPL","type_id":"ohlcv"}`';
export const GIVE_SERIES = '`defaults={"type_id":"ohlcv"}`';
