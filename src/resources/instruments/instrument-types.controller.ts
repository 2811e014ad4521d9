import { WorkspaceController } from '../../auth/workspace-controller.decorator';
import { recordTypesController } from '../../record-types/record-types-controller';
import { instrumentTypes } from './instrument-types.resource';

@WorkspaceController('instrument-types', 'Instrument types')
export class InstrumentTypesController extends recordTypesController(instrumentTypes) {}
