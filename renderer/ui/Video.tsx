import { useEffect, useRef } from 'react';

import { dropStream } from '../media/lifetime/whenAtRest.ts';

interface VideoProps {
  readonly stream: MediaStream;
  /** As in a mirror: for one's own picture. */
  readonly mirrored?: boolean;
  readonly className?: string | undefined;
}

/** Shows a stream, silently: what is heard is played apart, because pictures come and go with the page of the stage. */
export function Video({ stream, mirrored = false, className }: VideoProps) {
  const ref = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const video = ref.current;
    if (!video) return undefined;
    video.srcObject = stream;
    return () => dropStream(video);
  }, [stream]);
  return (
    <video
      ref={ref}
      aria-hidden="true"
      autoPlay
      muted
      playsInline
      disablePictureInPicture
      className={className}
      style={mirrored ? { transform: 'scaleX(-1)' } : undefined}
    />
  );
}
