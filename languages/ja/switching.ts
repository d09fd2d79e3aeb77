import type { switching as switchingInEnglish } from '../en/switching.ts';
import type { Translation } from '../translation.ts';

export const switching: Translation<typeof switchingInEnglish, 'ja'> = {
  title: '別の会議に移りますか？',
  fromLink: 'このコンピューターでリンクが開かれました。まだどこにも接続していません。',
  typed: 'コードを入力するか、リンクを貼り付けてください。',
  leaves: '移動先で入室が認められてから、{{room}}から退出します。それまではここにいます。',
  heir: 'あなたの後のホストは誰ですか？',
  nobody: 'なし（ホスト不在のまま退出）',
  look: '退出して続ける',
  now: '今すぐ移る',
  nowHint: '「今すぐ移る」を選ぶと、現在オンのものはそのままで直接移ります。画面の共有だけは終了します。',
  open: '別の会議に移る',
  asking: '{{room}}に入れるか確認しています。',
  askingHint: 'その間、この会議に参加したままです。',
  stay: 'ここに残る',
  failed: {
    title: 'まだ{{room}}に参加しています',
    lead: '何も変わっていません。{{room}}に入れませんでした。',
    fact: 'サーバーの応答',
  },
};
