import { WorkspaceController } from '../../auth/workspace-controller.decorator';
import { typeFieldsController } from '../../record-types/type-fields-controller';
import { instrumentTypes } from './instrument-types.resource';

@WorkspaceController('instrument-types/:id/fields', 'Instrument types')
export class FieldsOfInstrumentTypeController extends typeFieldsController(instrumentTypes) {}
