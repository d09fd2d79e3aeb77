import type { desktop as desktopInEnglish } from '../en/desktop.ts';
import type { Translation } from '../translation.ts';

export const desktop: Translation<typeof desktopInEnglish, 'ja'> = {
  shortcuts: {
    hint: '会議中は、どのプログラムが手前にあっても使えます。',
    keywords: 'グローバル システム全体 ショートカット キーボード バックグラウンド',
    mute: 'どこからでもミュート・解除',
    leave: 'どこからでも会議から退出',
    none: '未設定',
    record: 'キーを設定：{{action}}',
    change: '変更',
    set: '設定',
    clear: 'キーを消去：{{action}}',
    recording: 'キーを押してください。Esc で元のままにします。',
    unfit: 'Ctrl、Alt、システムキーのいずれかも押すか、ファンクションキーを押してください。',
    taken: '{{keys}}は別のプログラムが使用中のため、今は効きません。',
    takenHint: '設定で別のキーにするか、別のプログラムで解放してください。',
  },
  talk: {
    hint: 'Parley のウィンドウで、キーを押している間だけ声が届きます。',
    label: '押して話すキー',
    none: 'なし',
    keywords: 'プッシュトゥトーク トランシーバー スペース ミュート',
  },
  mini: {
    title: 'Parley：小さなウィンドウ',
    setting: '最小化中は小さなウィンドウを表示',
    settingHint: '常に手前に表示され、話している人が見え、ミュートや退出ができます。',
    keywords: 'ピクチャーインピクチャー フローティング 最前面 最小化',
    open: '小さなウィンドウ',
    back: '会議に戻る',
    alone: 'ほかに誰もいません',
    speaking: '{{name}}さんが話しています',
    others_other: 'ほか{{count}}人',
  },
  autostart: {
    setting: 'ログイン時に Parley を起動',
    settingHint: 'ウィンドウを開かず、トレイで待機します。',
    keywords: '自動起動 スタートアップ ログイン',
  },
  updates: {
    setting: 'アップデート',
    keywords: '新しいバージョン 更新 ダウンロード インストール',
    check: 'アップデートを確認',
    state: {
      idle: 'Parley は 1 日 1 回アップデートを確認します。',
      current: '最新のバージョンです。',
      checking: 'アップデートを確認しています…',
      downloading: 'バージョン {{version}} をダウンロード中：{{percent}} %',
      ready: 'バージョン {{version}} の準備ができました。会議中にインストールされることはありません。',
      readyOnQuit: 'バージョン {{version}} は終了時にインストールされます。',
    },
    off: {
      development: 'オフ：ソースから実行しています。',
      unsupported: 'オフ：このパッケージは自分自身を更新できません。入手元で新しいものを確認してください。',
      policy: 'このコンピューターのポリシーによりオフです。',
      'bad-policy': 'オフ：このコンピューターのポリシーを読み取れません。管理者に確認してください。',
    },
    failed: {
      unreachable: 'アップデートに接続できません。ネットワークを確認して、もう一度お試しください。',
      unreadable: '見つかった内容を Parley が理解できません。後でもう一度お試しください。',
      tampered:
        'ダウンロードした内容が正しくなかったため破棄しました。何もインストールしていません。後でもう一度お試しください。',
      'not-written': 'アップデートを書き込めませんでした。空き容量を増やして、もう一度お試しください。',
    },
    ready: 'Parley {{version}} の準備ができました',
    readyHint: '数秒で終わり、Parley が再起動します。',
    restart: '今すぐ再起動',
    whenIQuit: '終了時に',
  },
  leave: {
    text: 'あなたが唯一のホストです。会議はあなたがいなくても続きます。',
    remember: '今後確認しない（ホスト不在のまま退出）',
    setting: '自分の後のホストを確認する',
    keywords: '引き継ぎ 後任 トレイ 終了',
    settingHint: 'トレイ、ショートカット、ウィンドウから退出するとき。',
  },
};
