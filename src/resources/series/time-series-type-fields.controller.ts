import { WorkspaceController } from '../../auth/workspace-controller.decorator';
import { allFieldsController } from '../../record-types/all-fields-controller';
import { series } from './series.resource';

@WorkspaceController('time-series-type-fields', 'Series')
export class TimeSeriesTypeFieldsController extends allFieldsController(series) {}
