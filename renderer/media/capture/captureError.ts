import type { CaptureView } from '#protocol/ipc/snapshot.ts';

export type CaptureError = NonNullable<CaptureView['error']>;

/**
 * Why a device did not open, by the name of what getUserMedia threw (Media Capture and Streams, section 10.3): refused
 * by the person or the system, not there, or there and not to be had, which is what everything unforeseen comes to.
 */
export function captureError(thrown: unknown): CaptureError {
  const name = thrown instanceof Error || thrown instanceof DOMException ? thrown.name : '';
  switch (name) {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'capture-refused';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'capture-not-found';
    default:
      return 'capture-busy';
  }
}
