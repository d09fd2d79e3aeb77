import type { Millis, RoomId } from '#protocol/ids.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** What a recording is called: the meeting, and when it began on this machine's clock. Fit for every file system. */
export function recordingName(room: RoomId, at: Millis): string {
  const time = new Date(at);
  const day = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  return `Parley ${room} ${day} ${two(time.getHours())}.${two(time.getMinutes())}`;
}
