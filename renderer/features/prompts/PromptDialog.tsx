import type { Prompt } from '#protocol/ipc/snapshot.ts';

import { ShareAskDialog } from '../sharing/ShareAskDialog.tsx';
import { SwitchFailedDialog } from '../switching/SwitchFailedDialog.tsx';
import { AloneDialog } from './AloneDialog.tsx';
import { BadLinkDialog } from './BadLinkDialog.tsx';
import { CloseWindowDialog } from './CloseWindowDialog.tsx';
import { LeaveDialog } from './LeaveDialog.tsx';
import { OpenLinkDialog } from './OpenLinkDialog.tsx';
import { QuitDialog } from './QuitDialog.tsx';
import { TrustServerDialog } from './TrustServerDialog.tsx';
import { UnmuteDialog } from './UnmuteDialog.tsx';

/** The question that main asks right now. */
export function PromptDialog({ prompt }: { readonly prompt: Prompt }) {
  switch (prompt.kind) {
    case 'open-link':
      return <OpenLinkDialog prompt={prompt} />;
    case 'trust-server':
      return <TrustServerDialog prompt={prompt} />;
    case 'bad-link':
      return <BadLinkDialog prompt={prompt} />;
    case 'switch-failed':
      return <SwitchFailedDialog prompt={prompt} />;
    case 'close-window':
      return <CloseWindowDialog prompt={prompt} />;
    case 'leave':
      return <LeaveDialog prompt={prompt} />;
    case 'quit':
      return <QuitDialog prompt={prompt} />;
    case 'unmute-asked':
      return <UnmuteDialog prompt={prompt} />;
    case 'share-asked':
      return <ShareAskDialog prompt={prompt} />;
    case 'alone':
      return <AloneDialog prompt={prompt} />;
  }
}
