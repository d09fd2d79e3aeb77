import type { sharing as sharingInEnglish } from '../en/sharing.ts';
import type { Translation } from '../translation.ts';

export const sharing: Translation<typeof sharingInEnglish, 'ja'> = {
  start: '画面を共有',
  stop: '共有を停止',
  stopAsking: '依頼を取り消す',
  picker: {
    title: '何を共有しますか？',
    lead: '会議の全員に表示されます。',
    leadAsking: '{{name}} さんが共有中です。先に依頼が送られ、相手の共有が終わるとあなたの共有が始まります。',
    screens: '画面',
    windows: 'ウィンドウ',
    kinds: '画面またはウィンドウ',
    loading: '画面とウィンドウを探しています',
    noScreens: '画面が見つかりません。',
    noWindows: 'ほかに開いているウィンドウはありません。開くとここに表示されます。',
    failed: 'システムから画面とウィンドウの一覧を取得できません。Parley は再試行を続けます。',
    denied: 'システムが Parley に画面の表示を許可していません。',
    deniedHint:
      'システム設定の「プライバシーとセキュリティ」→「画面収録」で Parley をオンにしてください。その後 Parley を終了し、開き直してください。',
    sound: 'このコンピューターの音声を共有',
    soundHint: 'あなたの声に加えて、コンピューターの再生音もほかの人に聞こえます。',
    share: '共有',
    ask: '共有を依頼',
    cancel: 'キャンセル',
    noPicture: 'プレビューなし',
  },
  bar: {
    screen: '{{name}} を共有中です',
    withSound: 'このコンピューターの音声も共有中です。',
    starting: '{{name}} の共有を開始しています',
    asking: '{{name}} さんに共有の交代を依頼しました',
    askingHint: '相手の共有が終わると、あなたの共有が始まります。',
    stop: '停止',
    cancel: 'キャンセル',
  },
  asked: {
    title: '{{name}} さんが共有を希望しています',
    text: '同意すると、あなたの画面共有が終わり、相手の共有が始まります。',
    stay: '共有を続ける',
    accept: '交代する',
  },
  ended: {
    gone: '{{name}} が閉じられたため、共有は終了しました。',
    refused: 'システムが {{name}} の共有を許可しませんでした。',
    failed: '{{name}} を共有できませんでした。もう一度試すか、別のものを選んでください。',
    taken: 'ほかの人が先に共有を始めました。',
    declined: '{{name}} さんは引き続き共有します。',
    unanswered: '{{name}} さんから返事がなく、共有は続いています。',
  },
  begun: '{{name}} さんが画面を共有しています',
  over: '{{name}} さんが共有を終了しました',
};
