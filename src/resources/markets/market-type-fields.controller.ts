import { WorkspaceController } from '../../auth/workspace-controller.decorator';
import { allFieldsController } from '../../record-types/all-fields-controller';
import { marketTypes } from './market-types.resource';

@WorkspaceController('market-type-fields', 'Market types')
export class MarketTypeFieldsController extends allFieldsController(marketTypes) {}
