import type { MeetingClient } from '#client/contract.ts';

import type { CapturePolicy } from '../../capture/capturePolicy.ts';
import type { HoldToTalk } from '../../capture/holdToTalk.ts';
import { done, refused } from '../../results.ts';
import type { PageOutbox } from '../../session/pageOutbox.ts';
import type { RoutesOf } from '../routes.ts';

/** Devices and signals: what the page's media asks for, reports and sends. */
export function mediaRoutes(parts: {
  readonly client: MeetingClient;
  readonly capture: CapturePolicy;
  readonly talking: HoldToTalk;
  readonly outbox: PageOutbox;
}): RoutesOf<'capture'> & RoutesOf<'signal'> {
  const { client, capture, talking, outbox } = parts;
  return {
    'capture:want': ({ kind, on }) => {
      if (kind === 'screen' && on) return refused('bad-request', 'what is shared is chosen by share:start');
      return capture.want(kind, on);
    },
    'capture:hold-to-talk': ({ held }) => talking.hold(held),
    'capture:choose': ({ kind, deviceId }) => {
      capture.choose(kind, deviceId);
      return done;
    },
    'capture:report': (report) => {
      capture.report(report);
      return done;
    },
    'signal:ready': () => {
      outbox.mediaReady();
      return done;
    },
    'signal:send': (signal) => {
      client.signal(signal);
      return done;
    },
  };
}
