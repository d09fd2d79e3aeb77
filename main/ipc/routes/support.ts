import type { Support } from '../../diagnostics/support.ts';
import type { RoutesOf } from '../routes.ts';

/** For whoever looks for a fault. */
export function supportRoutes(support: Support): RoutesOf<'logs'> & RoutesOf<'diagnostics'> {
  return {
    'logs:open': () => support.openLogs(),
    'diagnostics:save': () => support.saveDiagnostics(),
  };
}
