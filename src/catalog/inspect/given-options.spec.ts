import { mergeGiven, type InspectionGiven } from './given-options';
import type { Proposal } from './proposal';

const PROPOSAL: Proposal = {
  scores: [],
  resource_type: 'time_series_values',
  mapping: { Symbol: 'instrument_id', Date: 'timestamp' },
  defaults: {},
  field_options: {},
  match: {},
  unpivot: null,
  type: null,
  questions: [
    { code: 'missing_field', field: 'instrument_id', column: null, message: 'No column.', choices: [] },
    { code: 'missing_field', field: 'market_id', column: null, message: 'No column.', choices: [] },
  ],
  evidence: [],
};

const GIVEN: InspectionGiven = {
  resourceType: null,
  format: null,
  identifierColumn: null,
  spreadsheetSafe: false,
  mapping: {},
  defaults: {},
  options: { field_options: { instrument_id: { from: ['Expiry', 'Strike'] } } },
};

describe('mergeGiven', () => {
  it('feeds a field from the columns that its options name, and asks for it no more', () => {
    expect(mergeGiven(PROPOSAL, GIVEN)).toMatchObject({
      mapping: { Date: 'timestamp' },
      field_options: { instrument_id: { from: ['Expiry', 'Strike'] } },
      questions: [{ code: 'missing_field', field: 'market_id' }],
    });
    expect(mergeGiven(PROPOSAL, GIVEN).mapping).toEqual({ Date: 'timestamp' });
  });
});
