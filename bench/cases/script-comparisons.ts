import { loadBars, loadInstruments } from '../peers/hand-written';
import { againstScript } from './against-script';

/** Daily bars against a table with five numeric columns. */
export const importBars = againstScript({
  title: 'Bars of five items, CSV',
  work: 'OHLCV bars, CSV',
  resource: 'composite_time_series_values',
  aim: 0.5,
  rows: ({ options }) => options.sizes.bars,
  path: ({ files }) => files.bars,
  clear: (ours) => ours.removePoints(),
  table: 'bars',
  steps: loadBars,
  notes: ['All new. The script loads a table with five numeric columns and the keys of its values.'],
});

/** Instruments with custom fields against a table with a jsonb column. */
export const importInstruments = againstScript({
  title: 'Instruments with twenty custom fields, CSV',
  work: 'instruments, CSV with quoted cells',
  resource: 'instruments',
  aim: 1,
  rows: ({ options }) => options.sizes.instruments,
  path: ({ files }) => files.richInstruments,
  clear: (ours) => ours.removeRichInstruments(),
  table: 'rich_instruments',
  steps: loadInstruments,
  notes: [
    'All new. The script puts the twenty cells as texts into one jsonb column and checks none of them; we check each by its type.',
  ],
});
