import { WorkspaceController } from '../../auth/workspace-controller.decorator';
import { typeFieldsController } from '../../record-types/type-fields-controller';
import { series } from './series.resource';

@WorkspaceController('series/:id/fields', 'Series')
export class FieldsOfSeriesController extends typeFieldsController(series) {}
