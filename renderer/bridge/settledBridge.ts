import type { ParleyBridge } from '#protocol/ipc/contract.ts';

/** The bridge at its border: a request that main could not even answer settles as `internal` instead of rejecting. */
export function settledBridge(bridge: ParleyBridge): ParleyBridge {
  return {
    request: async (route, request) => {
      try {
        return await bridge.request(route, request);
      } catch (cause) {
        return { ok: false, error: { code: 'internal', detail: String(cause).slice(0, 500) } };
      }
    },
    on: (channel, listener) => bridge.on(channel, listener),
  };
}
