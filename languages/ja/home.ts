import type { home as homeInEnglish } from '../en/home.ts';
import type { Translation } from '../translation.ts';

export const home: Translation<typeof homeInEnglish, 'ja'> = {
  title: '会議を始める・参加する',
  tagline: 'デスクトップからデスクトップへ、顔を見ながら話しましょう。',
  or: 'または',
  open: '開く',
  openRoom: '{{room}}を開く',
  newMeeting: '新しい会議',
  join: '参加',
  joinField: '会議コードまたはリンク',
  joinHint: '例：kfr-wmbe-tqa、または届いたリンク。',
  joinEmpty: 'まず会議コードを入力するか、リンクを貼り付けてください。',
  joinUnclear: '会議コードでも招待リンクでもありません。コードは kfr-wmbe-tqa のような形です。',
  linkFound: '{{server}}の{{room}}への招待リンク',
  recents: '最近の会議',
  noRecents: '参加した会議がここに表示されます。',
  hosted: 'このコンピューター',
  onServer: '{{server}}',
  forget: '{{room}}を一覧から消す',
  settings: '設定',
  left: '退出しました',
  ended: '会議を全員に対して終了しました',
  endedLocked: '会議を全員に対して終了し、ロックしました',
  switched: '別の会議に移りました',
  leftMeeting: '会議 {{room}}',
  interrupted: '{{room}}に参加中でした。再参加しますか？',
  interruptedOnly: 'Parley が停止したとき、{{room}}に参加中でした',
  interruptedHow:
    'このコンピューターには招待を安全に保管する場所がないため、この招待は残っていません。戻るにはリンクを開き直すか、もらい直してください。',
  settingsSetAside: '設定ファイルを読み込めなかったため、初期設定で起動しました。',
  settingsSetAsideWhere: '以前のファイルの保管先：{{path}}',
  identityNotKept:
    'このコンピューターには秘密情報を安全に保管する場所がないため、終了すると Parley はあなたが誰かを忘れます。自分の会議のホストに戻れるのはそれまでです。',
  hostingFailed: 'Parley 内のサーバーが起動しなかったため、このコンピューターで会議を開けません。',
  hostingFailedWhat: 'Parley を再起動するか、設定で別のサーバーを指定してください。',
};
