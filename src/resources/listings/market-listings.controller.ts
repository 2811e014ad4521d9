import { WorkspaceController } from '../../auth/decorators';
import { recordsController } from '../../records/records-controller';
import { marketListings } from './market-listings.resource';

@WorkspaceController('market-listings', 'Market listings')
export class MarketListingsController extends recordsController(marketListings) {}
