import './ui/base.css';

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { Root } from './app/Root.tsx';
import { beginWithSystemAppearance } from './app/useAppearance.ts';
import { warm } from './app/warm.ts';
import { settledBridge } from './bridge/settledBridge.ts';
import { createSnapshotStore } from './bridge/snapshotStore.ts';
import { createMediaEngine } from './media/createMediaEngine.ts';
import { createWords } from './words/words.ts';

beginWithSystemAppearance();
const bridge = settledBridge(window.parley);
const store = createSnapshotStore(bridge);
const engine = createMediaEngine(bridge);
store.subscribe(() => {
  const snapshot = store.get();
  if (snapshot) engine.apply(snapshot);
});

const root = document.getElementById('root');
if (!root) throw new Error('the page has no root');
createRoot(root).render(
  <StrictMode>
    <Root parley={{ bridge, store, engine }} words={createWords()} onError={(error) => reportError(error)} />
  </StrictMode>,
);

// The rest of the program is brought once there is something to see, and is there before anybody has joined.
const seen = store.subscribe(() => {
  seen();
  void warm((fault) => reportError(fault));
});
