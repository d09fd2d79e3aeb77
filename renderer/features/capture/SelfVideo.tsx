import { useSnapshot } from '../../bridge/parley.ts';
import { Video } from '../../ui/Video.tsx';

interface SelfVideoProps {
  readonly stream: MediaStream;
  readonly className?: string | undefined;
}

/** My own picture, in a mirror or not as the settings say. */
export function SelfVideo({ stream, className }: SelfVideoProps) {
  const { settings } = useSnapshot();
  return <Video mirrored={settings.mirrorVideo} stream={stream} className={className} />;
}
