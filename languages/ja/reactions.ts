import type { reactions as reactionsInEnglish } from '../en/reactions.ts';
import type { Translation } from '../translation.ts';

export const reactions: Translation<typeof reactionsInEnglish, 'ja'> = {
  title: 'リアクション',
  names: {
    applause: '拍手',
    'thumbs-up': 'いいね',
    'thumbs-down': 'よくないね',
    heart: 'ハート',
    laugh: '笑い',
    surprise: '驚き',
    celebrate: 'お祝い',
    thinking: '考え中',
  },
  said: '{{name}}：{{reaction}}',
  saidWithOthers_other: '{{name}}ほか{{count}}人：{{reaction}}',
  tooMany: 'リアクションが多すぎます。1秒待ってからどうぞ。',
};
