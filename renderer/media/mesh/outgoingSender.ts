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
}

type Encoding = RTCRtpEncodingParameters & { maxFramerate?: number };

/** Sound is worth more than pictures where the network can't carry both, and what somebody shows more than their face. */
function encoding(line: Line, quality: SendQuality): Partial<Encoding> {
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

export function outgoingSender(
  line: Line,
  sender: RTCRtpSender,
  usable: () => boolean,
  onFault: (fault: unknown) => void,
): OutgoingSender {
  let goal: SenderGoal | null = null;
  let applied: SendQuality | null = null;

  const tune = async (quality: SendQuality): Promise<void> => {
    const parameters = sender.getParameters();
    const [first] = parameters.encodings ?? [];
    // Before the first negotiation there is nothing to tune yet; `negotiated` comes back to it.
    if (!first || applied === quality) return;
    await sender.setParameters({
      ...parameters,
      encodings: [{ ...first, ...encoding(line, quality) }],
      ...(kindOf(line) === 'video' && { degradationPreference: DEGRADATION[line === 'screen' ? 'screen' : 'video'] }),
    });
    applied = quality;
  };

  const reconciler = createReconciler<SenderGoal>(async ({ track, quality }) => {
    try {
      if (usable() && sender.track !== track) await sender.replaceTrack(track);
      if (usable()) await tune(quality);
    } catch (fault) {
      // Whatever fails because the connection closed meanwhile is no fault, and neither is a negotiation that
      // overtook the parameters: `negotiated` sets them again.
      if (usable() && !(fault instanceof DOMException && fault.name === 'InvalidStateError')) onFault(fault);
    }
  }, onFault);

  return {
    aim(wanted) {
      goal = wanted;
      reconciler.aim(wanted);
    },
    negotiated() {
      if (goal) reconciler.aim(goal);
    },
  };
}
