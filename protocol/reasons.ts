import * as v from 'valibot';

/**
 * Every reason for which somebody's stay in a meeting ends. The first eleven are given by the server, 11xx by the
 * client about itself. Codes and types are VideoSDK's where it has them; `message` is for logs and for integrators,
 * people read words that the renderer makes from the code.
 */
export const REASONS = {
  WEBSOCKET_DISCONNECTED: { code: 1001, message: 'The connection was lost and not resumed in time.' },
  REMOVE_PEER: { code: 1002, message: 'The participant was removed from the meeting.' },
  REMOVE_PEER_VIEWER_MODE_CHANGED: { code: 1003, message: 'The participant moved between speaker and viewer.' },
  REMOVE_PEER_MEDIA_RELAY_STOP: { code: 1004, message: 'The limit of speakers was reached.' },
  SWITCH_ROOM: { code: 1005, message: 'The participant switched to another meeting.' },
  ROOM_CLOSE: { code: 1006, message: 'The meeting was closed by policy.' },
  UNKNOWN: { code: 1007, message: 'The participant is gone for an unknown reason.' },
  REMOVE_ALL: { code: 1008, message: 'The meeting was ended for everyone.' },
  MEETING_END_API: { code: 1009, message: 'The meeting was ended through the API.' },
  REMOVE_PEER_API: { code: 1010, message: 'The participant was removed through the API.' },
  DUPLICATE_PARTICIPANT: { code: 1011, message: 'The same person continued on another device.' },
  MANUAL_LEAVE_CALLED: { code: 1101, message: 'The participant left.' },
  CONNECTION_ATTEMPTS_EXHAUSTED: { code: 1102, message: 'Reconnecting was given up.' },
  JOIN_ROOM_FAILED: { code: 1103, message: 'The meeting could not be joined.' },
  SWITCH_ROOM_FAILED: { code: 1104, message: 'The other meeting could not be joined.' },
} as const satisfies Record<string, { readonly code: number; readonly message: string }>;

export type ReasonType = keyof typeof REASONS;
export type ReasonCode = (typeof REASONS)[ReasonType]['code'];

export const REASON_TYPES = Object.keys(REASONS) as readonly ReasonType[];

const reasonVariants = REASON_TYPES.map((type) =>
  v.strictObject({ code: v.literal(REASONS[type].code), type: v.literal(type), message: v.string() }),
);

/** Why somebody went: `{code, type, message}`, with code and type belonging together. Never optional anywhere. */
export const Reason = v.union(reasonVariants);
export type Reason = { readonly code: ReasonCode; readonly type: ReasonType; readonly message: string };
