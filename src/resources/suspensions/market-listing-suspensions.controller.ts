import { WorkspaceController } from '../../auth/decorators';
import { recordsController } from '../../records/records-controller';
import { marketListingSuspensions } from './market-listing-suspensions.resource';

@WorkspaceController('market-listing-suspensions', 'Market listing suspensions')
export class MarketListingSuspensionsController extends recordsController(marketListingSuspensions) {}
