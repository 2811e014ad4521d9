import { WorkspaceController } from '../../auth/workspace-controller.decorator';
import { recordTypesController } from '../../record-types/record-types-controller';
import { marketTypes } from './market-types.resource';

@WorkspaceController('market-types', 'Market types')
export class MarketTypesController extends recordTypesController(marketTypes) {}
