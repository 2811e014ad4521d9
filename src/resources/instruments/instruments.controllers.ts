import { WorkspaceController } from '../../auth/decorators';
import { allFieldsController } from '../../record-types/all-fields-controller';
import { recordTypesController } from '../../record-types/record-types-controller';
import { typeFieldsController } from '../../record-types/type-fields-controller';
import { recordsController } from '../../records/records-controller';
import { instrumentTypes } from './instrument-types.resource';
import { instruments } from './instruments.resource';

@WorkspaceController('instruments', 'Instruments')
export class InstrumentsController extends recordsController(instruments) {}

@WorkspaceController('instrument-types', 'Instrument types')
export class InstrumentTypesController extends recordTypesController(instrumentTypes) {}

@WorkspaceController('instrument-types/:id/fields', 'Instrument types')
export class FieldsOfInstrumentTypeController extends typeFieldsController(instrumentTypes) {}

@WorkspaceController('instrument-type-fields', 'Instrument types')
export class InstrumentTypeFieldsController extends allFieldsController(instrumentTypes) {}
