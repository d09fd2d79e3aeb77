import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

import { useAnnouncer } from '../../app/announcer.ts';
import { useParley } from '../../bridge/parley.ts';
import { sayDeviceNews } from '../../words/sayDevice.ts';

/** Says what happens to devices by itself, wherever in the app I am. */
export function useDeviceNews(): void {
  const { engine } = useParley();
  const { say } = useAnnouncer();
  const { t } = useTranslation();
  useEffect(() => engine.onDeviceNews((news) => say(sayDeviceNews(t, news))), [engine, say, t]);
}
