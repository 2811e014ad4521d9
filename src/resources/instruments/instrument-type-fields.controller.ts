import { WorkspaceController } from '../../auth/workspace-controller.decorator';
import { allFieldsController } from '../../record-types/all-fields-controller';
import { instrumentTypes } from './instrument-types.resource';

@WorkspaceController('instrument-type-fields', 'Instrument types')
export class InstrumentTypeFieldsController extends allFieldsController(instrumentTypes) {}
