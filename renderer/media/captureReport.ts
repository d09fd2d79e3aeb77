import type { ParleyBridge, RouteRequest } from '#protocol/ipc/contract.ts';

import type { Capture } from './capture/capture.ts';

type Report = RouteRequest<'capture:report'>;

/** Tells main what is open. */
export interface CaptureReporter {
  /** Says it where it differs from what was said last. */
  update(report: Report): void;
  /** Says it in any case: somebody waits for it. */
  insist(report: Report): void;
}

export const reportedKind = ({ live, error }: Pick<Capture, 'live' | 'error'>): Report['microphone'] => ({
  live,
  error,
});

export function createCaptureReporter(bridge: ParleyBridge, onFault: (fault: unknown) => void): CaptureReporter {
  let said = '';
  const send = async (report: Report): Promise<void> => {
    const answer = await bridge.request('capture:report', report);
    if (!answer.ok) onFault(new Error(`capture:report was refused: ${answer.error.code}`));
  };
  const insist = (report: Report): void => {
    said = JSON.stringify(report);
    send(report).catch(onFault);
  };
  return {
    insist,
    update(report) {
      if (JSON.stringify(report) !== said) insist(report);
    },
  };
}
