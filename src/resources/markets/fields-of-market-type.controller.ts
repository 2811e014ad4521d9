import { WorkspaceController } from '../../auth/workspace-controller.decorator';
import { typeFieldsController } from '../../record-types/type-fields-controller';
import { marketTypes } from './market-types.resource';

@WorkspaceController('market-types/:id/fields', 'Market types')
export class FieldsOfMarketTypeController extends typeFieldsController(marketTypes) {}
