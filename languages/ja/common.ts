import type { common as commonInEnglish } from '../en/common.ts';
import type { Translation } from '../translation.ts';

export const common: Translation<typeof commonInEnglish, 'ja'> = {
  appName: 'Parley',
  cancel: 'キャンセル',
  close: '閉じる',
  dismiss: '閉じる',
  done: '完了',
  save: '保存',
  leave: '退出',
  rejoin: '再参加',
  home: 'ホームに戻る',
  details: '詳細',
  yourName: 'あなたの名前',
  reason: '理由',
  reasonHint: '任意です。関係する全員に表示されます。',
  reasonTooLong: '理由は{{most}}文字までです。',
  reasonLeft_other: '残り{{count}}文字',
  crashed: {
    title: 'このウィンドウを表示できなくなりました',
    text: 'この画面の一部を表示できませんでした。会議中だった場合は退出しており、カメラとマイクはオフになっています。',
    again: 'Parley をもう一度表示',
  },
  loading: 'Parley を起動しています',
};
