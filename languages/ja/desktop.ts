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
  leave: {
    text: 'あなたが唯一のホストです。会議はあなたがいなくても続きます。',
    remember: '今後確認しない（ホスト不在のまま退出）',
    setting: '自分の後のホストを確認する',
    keywords: '引き継ぎ 後任 トレイ 終了',
    settingHint: 'トレイ、ショートカット、ウィンドウから退出するとき。',
  },
};
