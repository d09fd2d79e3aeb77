/**
 * Plays an element on that speaker; '' is the system's default. One that is gone by now, or was taken back, is no fault:
 * the element goes on where it was, and the change of devices that comes says what to do.
 */
export function sendTo(element: HTMLAudioElement, sinkId: string, onFault: (fault: unknown) => void): void {
  element.setSinkId(sinkId).catch((fault: unknown) => {
    const gone = fault instanceof DOMException && ['NotFoundError', 'AbortError'].includes(fault.name);
    if (!gone) onFault(fault);
  });
}
