import type {
  ending as endingInEnglish,
  leaving as leavingInEnglish,
  over as overInEnglish,
  prompts as promptsInEnglish,
  receipts as receiptsInEnglish,
  removing as removingInEnglish,
} from '../en/exits.ts';
import type { Translation } from '../translation.ts';

export const ending: Translation<typeof endingInEnglish, 'ja'> = {
  title: '会議を全員に対して終了しますか？',
  text_zero: '会議はあなたに対して終了します。',
  text_other: 'あなたとほかの{{count}}人はすぐに会議から出ます。',
  textSoon_other: 'あなたとほかの{{count}}人は{{seconds}}秒後に会議から出ます。カウントダウンは全員に見えます。',
  when: 'いつ',
  whens: {
    now: '今すぐ',
    soon_other: '{{count}}秒後',
  },
  countdown: {
    left: '{{name}}さんにより{{count}}秒後に終了',
    now: '{{name}}さんによりまもなく終了',
    locked: 'ロックされるため、再参加できません。',
    cancel: '終了を取り消す',
    said_other: '{{name}}さんにより、会議は{{count}}秒後に終了します。',
  },
  lock: '誰も再参加できないよう会議をロックする',
  lockHint: '後でロックを解除できるのはホストだけです。',
  confirm: '全員に対して終了',
  offline: 'オフラインのため、今はほかの人に対して会議を終了できません。接続を待つか、自分だけ退出してください。',
};

export const leaving: Translation<typeof leavingInEnglish, 'ja'> = {
  title: '会議から退出しますか？',
  handOverTo: '{{name}}さんに引き継いで退出',
  withoutHost: 'ホスト不在のまま退出',
  othersStay: '退出（別のホストが残ります）',
  offline: '今すぐ退出（ほかの人には後で伝わります）',
};

export const over: Translation<typeof overInEnglish, 'ja'> = {
  titles: {
    ended: '会議は終了されました',
    removed: '会議から退出させられました',
    'sent-back': 'ロビーに戻されました',
    'other-device': '別の端末で続行中',
    closed: '会議は閉じられました',
    alone: 'ほかに誰もいなかったため退出しました',
    lost: '接続が切れました',
    'viewer-mode': '発言者と視聴者の間で切り替わりました',
    'off-stage': '発言できる枠がありません',
    unknown: 'もう会議に参加していません',
    'not-let-in': '会議に戻れませんでした',
    'switch-failed': '別の会議に参加できませんでした',
    left: '退出しました',
  },
  who: {
    ended: '{{name}}さんが会議を全員に対して終了しました。',
    endedByNobody: '会議は全員に対して終了されました。誰が終了したかは不明です。',
    endedByApi: '管理者が会議を全員に対して終了しました。',
    removed: '{{name}}さんがあなたを会議から退出させました。',
    removedByNobody: '退出させられました。誰によるものかは不明です。',
    removedByApi: '管理者があなたを会議から退出させました。',
    'sent-back': '{{name}}さんがあなたをロビーに戻しました。',
    'sent-backByNobody': 'ロビーに戻されました。誰によるものかは不明です。',
    'other-device': '別の端末から参加したため、ここでの参加はそちらに移りました。',
    closed: '制限時間に達したか、誰もいなくなったか、サーバーが停止されました。',
    closedBy: {
      duration: '会議が制限時間に達しました。',
      'no-host': 'ホスト不在の時間が長すぎました。',
      shutdown: '会議のサーバーが停止されました。',
      alone: '会議にはあなただけで、残るという返事がなかったため、Parley が退出しました。',
    },
    lost: '会議との接続が切れ、時間内に復帰しませんでした。',
    gaveUp: 'しばらく再接続を試みましたが、断念しました。',
    'viewer-mode': '発言者と視聴者の間で立場が変わりました。もう一度参加すると新しい立場になります。',
    'off-stage': '発言できる人数が減らされ、あなたは最後に加わったうちの一人でした。視聴者として戻ることができます。',
    unknown: 'サーバーから理由は示されませんでした。',
    'not-let-in': '接続は復帰しましたが、会議に入れませんでした。',
    'switch-failed': '最初の会議からは退出しましたが、次の会議に入れませんでした。',
    'switch-failed-to':
      '{{room}}に移るため最初の会議から退出しましたが、入れませんでした。現在どちらにも参加していません。',
    left: '会議から退出しました。',
  },
  after: {
    endedLocked: '会議はロックされているため、再参加できません。',
    barred: 'この会議には再参加できません。',
    mayGoBack: '再参加すると最初の会議に戻ります。',
    mayRejoin: '必要なら再参加できます。',
    mayKnock: '再参加すると、もう一度入室を求めます。',
    mayReopen: 'もう一度参加すると、新たに開かれます。',
  },
  wayBack: {
    asHost: 'ホストとして戻ります。',
    'room-locked': '会議はロックされていて、今は誰も入れません。',
    mayUnlock: '会議はロックされています。開くとロックを解除して参加できます。',
    'room-full': '会議は現在満員です。',
    barred: 'この会議には再参加できません。ホストが再入場を認めていません。',
    'room-not-found': 'その会議はもうありません。',
    unreachable: 'サーバーに接続できません。Parley は問い合わせを続けます。',
  },
  facts: {
    code: 'コード',
    type: '種類',
    time: '時刻',
    meeting: '会議',
    server: 'サーバー',
    sought: '入れなかった会議',
    error: 'サーバーの応答',
    by: '実行者',
    note: '示された理由',
    locked: 'ロック',
    yes: '誰も再参加できません',
    barred: '自分は再参加できません',
    policy: 'ポリシー',
    stay: '参加時間',
    connection: '接続',
    connections: {
      live: '接続中',
      lost: '{{time}}から切断',
      none: '会議に不参加',
    },
    app: 'アプリ',
  },
};

export const prompts: Translation<typeof promptsInEnglish, 'ja'> = {
  openLink: {
    title: 'この会議に参加しますか？',
    text: 'このコンピューターでリンクが開かれました。まだどこにも接続していません。',
    inMeeting: '会議に参加しようとしています。続けるとそこから退出します。',
    meeting: '会議',
    server: 'サーバー',
    accept: '続ける',
    acceptInMeeting: '退出して続ける',
  },
  trust: {
    title: '新しいサーバーを使いますか？',
    text: '{{server}}を使うのは初めてです。あなたの名前とネットワークアドレス、会議の参加者がこのサーバーに伝わります。',
    advice: 'リンクの送り主を信頼できる場合だけ続けてください。',
    accept: '続ける',
  },
  badLink: {
    title: 'このリンクは開けません',
    text: '不完全か、Parley のリンクではありません。新しいリンクをもらうか、会議コードを入力してください。',
    fact: '問題点',
  },
  closeWindow: {
    title: '会議から退出しますか？',
    text: '会議の途中でウィンドウを閉じようとしています。Parley はトレイで動作を続けられ、そこからミュートや退出ができます。',
    keepRunning: '動作を続ける',
    leave: '退出',
    remember: '選択を記憶する',
  },
  served_other: '会議はこのコンピューターで動いています。ほかの{{count}}人が参加できなくなります。',
  servedHint:
    'ここで Parley を再び起動すれば続けられます。今すぐ続けてもらうには、Parley を動かしたままにしてください。',
  quitServing: {
    title: 'Parley を終了しますか？',
    text: 'あなたはもう会議にいませんが、ほかの人はまだ参加中です。',
    accept: 'それでも終了',
  },
  quit: {
    title: '会議から退出しますか？',
    text: 'Parley を終了すると、会議から退出します。',
    accept: '退出して終了',
  },
  alone: {
    title: 'ほかに誰もいません',
    text: 'しばらくの間、この会議にはほかに誰もいません。残りますか？',
    stay: '残る',
    left_other: '返事がなければ{{count}}秒後に退出します。',
  },
  unmute: {
    title: {
      microphone: '{{name}}さんがミュートの解除を求めています',
      camera: '{{name}}さんがビデオの開始を求めています',
      both: '{{name}}さんがミュートの解除とビデオの開始を求めています',
    },
    text: {
      microphone: '解除しない限り、声は誰にも聞こえません。',
      camera: '開始しない限り、映像は誰にも見えません。',
      both: '操作しない限り、声も映像も誰にも届きません。',
    },
    accept: {
      microphone: 'ミュートを解除',
      camera: 'ビデオを開始',
      both: 'ミュートを解除してビデオを開始',
    },
    stay: {
      microphone: 'ミュートのまま',
      camera: 'ビデオはオフのまま',
      both: 'このままにする',
    },
  },
};

export const receipts: Translation<typeof receiptsInEnglish, 'ja'> = {
  title: '何がありましたか？',
  lead: 'これまでの会議がどう終わったかの記録です。このコンピューターだけに保存されます。',
  leadOf: '{{room}}がどう終わったかの記録です。このコンピューターだけに保存されます。',
  none: '記録はありません。',
  all: 'これまでの会議での出来事',
  whatHappened: '{{room}}で何がありましたか？',
  heading: 'Parley：{{title}}',
  stay: '{{time}}後',
  code: 'コード {{code}}',
  copy: '控えをコピー',
  copied: '控えをコピーしました',
  forget: '「{{title}}」（{{time}}）を削除',
  forgetAll: 'すべて削除',
};

export const removing: Translation<typeof removingInEnglish, 'ja'> = {
  title: '{{name}}さんを退出させますか？',
  text: '{{name}}さんはすぐに会議から出て、理由が表示されます。',
  bar: '再入場を認めない',
  barHint: '同じリンクでも、別の端末からでも入れません。',
  confirm: '退出させる',
};
