import { WorkspaceController } from '../../auth/workspace-controller.decorator';
import { recordTypesController } from '../../record-types/record-types-controller';
import { series } from './series.resource';

@WorkspaceController('series', 'Series')
export class SeriesController extends recordTypesController(series) {}
