import { WorkspaceController } from '../../auth/decorators';
import { allFieldsController } from '../../record-types/all-fields-controller';
import { recordTypesController } from '../../record-types/record-types-controller';
import { typeFieldsController } from '../../record-types/type-fields-controller';
import { recordsController } from '../../records/records-controller';
import { marketTypes } from './market-types.resource';
import { markets } from './markets.resource';

@WorkspaceController('markets', 'Markets')
export class MarketsController extends recordsController(markets) {}

@WorkspaceController('market-types', 'Market types')
export class MarketTypesController extends recordTypesController(marketTypes) {}

@WorkspaceController('market-types/:id/fields', 'Market types')
export class FieldsOfMarketTypeController extends typeFieldsController(marketTypes) {}

@WorkspaceController('market-type-fields', 'Market types')
export class MarketTypeFieldsController extends allFieldsController(marketTypes) {}
