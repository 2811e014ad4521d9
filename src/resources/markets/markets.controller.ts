import { WorkspaceController } from '../../auth/workspace-controller.decorator';
import { recordsController } from '../../records/records-controller';
import { markets } from './markets.resource';

@WorkspaceController('markets', 'Markets')
export class MarketsController extends recordsController(markets) {}
