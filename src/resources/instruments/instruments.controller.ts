import { WorkspaceController } from '../../auth/workspace-controller.decorator';
import { recordsController } from '../../records/records-controller';
import { instruments } from './instruments.resource';

@WorkspaceController('instruments', 'Instruments')
export class InstrumentsController extends recordsController(instruments) {}
