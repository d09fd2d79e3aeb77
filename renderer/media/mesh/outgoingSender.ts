import { createReconciler } from '../lifetime/reconciler.ts';
import { type Line, kindOf } from './lines.ts';
import type { SendQuality } from './sendQuality.ts';

/** What one sender should send, and how. */
interface SenderGoal {
  readonly track: MediaStreamTrack | null;
  readonly quality: SendQuality;
}

/** One line of a link's: always negotiated to send, and given a track or none without negotiating anew. */
export interface OutgoingSender {
  aim(goal: SenderGoal): void;
  /** The link was negotiated: what could not be set before can be now. */
  negotiated(): void;
  /** Packets get through: what may wait is set now. */
  connected(): void;
}

interface SenderOptions {
  readonly line: Line;
  readonly sender: RTCRtpSender;
  /** What the line was made to send by; null where the other side offered it. */
  readonly made: SendQuality | null;
  readonly usable: () => boolean;
  readonly onFault: (fault: unknown) => void;
}

type Encoding = RTCRtpEncodingParameters & { maxFramerate?: number };

/** Sound is worth more than pictures where the network can't carry both, and what somebody shows more than their face. */
export function encodingOf(line: Line, quality: SendQuality): Encoding {
  switch (line) {
    case 'audio':
      return { maxBitrate: quality.maxAudioBitrate, priority: 'high', networkPriority: 'high' };
    case 'screenAudio':
      return { maxBitrate: quality.maxScreenAudioBitrate, priority: 'high', networkPriority: 'high' };
    case 'screen':
      return {
        active: quality.sendsScreen,
        scaleResolutionDownBy: 1,
        maxFramerate: quality.maxScreenFramerate,
        maxBitrate: quality.maxScreenBitrate,
        priority: 'medium',
        networkPriority: 'medium',
      };
    case 'video':
      return {
        active: quality.sendsVideo,
        scaleResolutionDownBy: quality.scaleDownBy,
        maxFramerate: quality.maxFramerate,
        maxBitrate: quality.maxVideoBitrate,
        priority: 'low',
        networkPriority: 'low',
      };
  }
}

/**
 * What is kept where there is too little of network or processor: text that is read must stay sharp, and a face that moves
 * is worth more than one with every hair. Left to balance the two, Chromium goes down to 7 pictures a second.
 */
const DEGRADATION = { screen: 'maintain-resolution', video: 'maintain-framerate' } as const;

/**
 * The browser answers `getParameters` from the thread that negotiates, so each call holds the page up until that has time:
 * in the middle of negotiating with several others that is a tenth of a second. It is called where there is something to
 * change, and not before it has an answer.
 */
export function outgoingSender({ line, sender, made, usable, onFault }: SenderOptions): OutgoingSender {
  let goal: SenderGoal | null = null;
  let applied = made;
  let tunable = false;
  /** What is kept where there is too little can't be said when a line is made. */
  let keeps = kindOf(line) === 'audio';
  let isConnected = false;

  const tune = async (quality: SendQuality): Promise<void> => {
    if (!tunable || (applied === quality && (keeps || !isConnected))) return;
    const parameters = sender.getParameters();
    const [first] = parameters.encodings ?? [];
    if (!first) return;
    await sender.setParameters({
      ...parameters,
      encodings: [{ ...first, ...encodingOf(line, quality) }],
      ...(kindOf(line) === 'video' && { degradationPreference: DEGRADATION[line === 'screen' ? 'screen' : 'video'] }),
    });
    applied = quality;
    keeps = true;
  };

  const attempt = async (change: () => Promise<void>): Promise<void> => {
    try {
      if (usable()) await change();
    } catch (fault) {
      // Whatever fails because the connection closed meanwhile is no fault, and neither is a negotiation that
      // overtook the parameters: `negotiated` sets them again.
      if (usable() && !(fault instanceof DOMException && fault.name === 'InvalidStateError')) onFault(fault);
    }
  };

  const reconciler = createReconciler<SenderGoal>(async ({ track, quality }) => {
    // A line without a track sends nothing, so how it would is said when it gets one, and before that.
    if (track) await attempt(() => tune(quality));
    await attempt(async () => {
      if (sender.track !== track) await sender.replaceTrack(track);
    });
  }, onFault);
  const again = (): void => {
    if (goal) reconciler.aim(goal);
  };

  return {
    aim(wanted) {
      goal = wanted;
      reconciler.aim(wanted);
    },
    negotiated() {
      tunable = true;
      again();
    },
    connected() {
      isConnected = true;
      again();
    },
  };
}
