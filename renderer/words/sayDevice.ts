import type { DeviceNews } from '../media/capture/deviceNews.ts';
import type { Words } from './words.ts';

/** What happened to a device by itself, in one line. */
export function sayDeviceNews(t: Words, news: DeviceNews): string {
  const { kind } = news;
  if (news.what === 'not-blurred') return t('devices.notBlurred');
  if (news.what === 'none-left') return t(`devices.noneLeft.${kind}`, { lost: news.lost || t(`devices.some.${kind}`) });
  const using = news.using || t(kind === 'speaker' ? 'devices.systemSpeaker' : `devices.another.${kind}`);
  switch (news.what) {
    case 'unplugged':
      return t('devices.unplugged', { lost: news.lost || t(`devices.some.${kind}`), using });
    case 'not-there':
      return t(`devices.notThere.${kind}`, { using });
    case 'back':
      return t('devices.back', { using: news.using || t(`devices.some.${kind}`) });
  }
}
