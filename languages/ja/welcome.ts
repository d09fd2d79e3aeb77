import type { invite as inviteInEnglish, welcome as welcomeInEnglish } from '../en/welcome.ts';
import type { Translation } from '../translation.ts';

export const invite: Translation<typeof inviteInEnglish, 'ja'> = {
  text: 'Parley の会議に招待されました。\n\nリンク：{{link}}\n会議コード：{{room}}\nサーバー：{{server}}\n\n参加するには、コンピューターに Parley が必要です：{{homepage}}\nその後、リンクを開いてください。または Parley を起動し、このメッセージ全体を「会議コードまたはリンク」欄に貼り付けてください。',
  copied: 'リンクとゲストに必要な情報を含む招待をコピーしました',
};

export const welcome: Translation<typeof welcomeInEnglish, 'ja'> = {
  title: 'Parley へようこそ',
  text: 'デスクトップからデスクトップへ、顔を見ながら話せます。アカウントも設定も不要です。',
  nameHint: 'どの会議でもほかの人に表示されます。いつでも変更できます。',
  nameNeeded: 'ほかの人に表示される名前を入力してください。',
  go: '続ける',
};
