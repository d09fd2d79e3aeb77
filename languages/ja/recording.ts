import type { recording as source } from '../en/recording.ts';
import type { Translation } from '../translation.ts';

/** Words about recording a meeting on one's own computer. */
export const recording: Translation<typeof source, 'ja'> = {
  record: '録画',
  stop: '録画を停止',
  title: 'この会議を録画しますか？',
  lead: '全員に知らされ、録画中はずっと表示されます。',
  text: 'あなたに見えるもの、聞こえるものがこのコンピューターに保存されます：{{folder}}。ほかの場所には送られません。',
  videos: 'ビデオフォルダー内',
  begin: '録画を開始',
  by: '{{name}} さんが録画中',
  byMany: '{{name}} さんほかが録画中',
  byMe: '録画しています',
  began: '{{name}} さんがこの会議の録画を始めました',
  iBegan: 'この会議の録画を始めました。全員に知らされました。',
  ended: '{{name}} さんが録画を停止しました',
  iEnded: '録画を停止しました',
  expected: 'この会議は参加者によって録画されています。あなたの発言や映像も保存されます。',
  kept: '録画を保存しました',
  problems: {
    'disk-full': 'ディスクがいっぱいになったため、録画を終了しました。それまでの分は保存されています。',
    unwritable: 'ファイルに書き込めなくなったため、録画を終了しました。それまでの分は保存されています。',
    interrupted: '録画が中断されました。それまでの分は保存されています。',
  },
  where: '保存先：{{file}}',
  show: 'フォルダーで表示',
  folder: '録画の保存先',
  choose: 'フォルダーを選択',
  keywords: '録画 録音 動画 保存 ファイル 場所',
};
