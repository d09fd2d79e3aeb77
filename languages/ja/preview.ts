import type { capture as captureInEnglish, preview as previewInEnglish } from '../en/preview.ts';
import type { Translation } from '../translation.ts';

export const capture: Translation<typeof captureInEnglish, 'ja'> = {
  mute: 'ミュート',
  unmute: 'ミュートを解除',
  stopVideo: 'ビデオを停止',
  startVideo: 'ビデオを開始',
  chooseMicrophone: 'マイクを選択',
  chooseCamera: 'カメラを選択',
  goOnMuted: 'ミュートのまま続ける',
  goOnWithoutVideo: 'ビデオなしで続ける',
  problem: {
    microphone: {
      'capture-refused':
        'Parley はマイクの使用を許可されていません。システム設定のプライバシーで許可してからお試しください。',
      'capture-not-found': 'マイクが見つかりません。接続するか別のマイクを選んでからお試しください。',
      'capture-busy': 'マイクは別のプログラムで使用中です。それを閉じてからお試しください。',
    },
    camera: {
      'capture-refused':
        'Parley はカメラの使用を許可されていません。システム設定のプライバシーで許可してからお試しください。',
      'capture-not-found': 'カメラが見つかりません。接続するか別のカメラを選んでからお試しください。',
      'capture-busy': 'カメラは別のプログラムで使用中です。それを閉じてからお試しください。',
    },
    screen: {
      'capture-refused': 'Parley は画面の取り込みを許可されていません。システム設定のプライバシーで許可してください。',
      'capture-not-found': '共有できる画面やウィンドウがもうありません。',
      'capture-busy': '今は画面を共有できません。しばらくしてからお試しください。',
    },
  },
};

export const preview: Translation<typeof previewInEnglish, 'ja'> = {
  title: '参加の準備はできましたか？',
  joiningTitle: '会議に参加しています',
  connecting: 'サーバーに接続しています',
  attempt: 'サーバーからまだ応答がありません。{{attempt}}回目の試行。',
  joinNow: '今すぐ参加',
  back: '戻る',
  meeting: '会議',
  server: '開催場所',
  thisComputer: 'このコンピューター',
  lockedByMe: '会議はロックされていて、新しく参加できません。あなたはロックを解除して参加できます。',
  as: {
    host: 'ホストになります。参加者を退出させたり、会議をロックしたり、全員に対して終了したりできます。',
    'co-host': '共同ホストになります。入室の許可、ミュート、退出、会議のロックができます。',
    guest: 'ゲストになります。話したり、ビデオを見せたり、ほかの人を招待したりできます。',
    viewer: '視聴者になります。全員の映像と音声を視聴できますが、発言やビデオの表示はできません。',
  },
  asViewerForNow:
    '発言できる人数の上限に達しています。視聴者として参加し、全員を視聴できます。後でホストが発言を許可できます。',
  asSpeaker: '役割は{{role}}です。その役割でできる範囲で参加します。',
  asOnlooker: '役割は{{role}}です。全員を視聴できますが、発言やビデオの表示はできません。',
  asUnknown: '話したり、ビデオを見せたりできます。ホストは参加者を退出させたり、会議をロック・終了したりできます。',
  nameNeeded: 'ほかの人に表示される名前を入力してください。',
  selfView: 'あなたのビデオ',
  cameraOff: 'カメラはオフです',
  cameraStarting: 'カメラを起動しています',
  level: 'マイクの音量',
  microphoneOff: 'マイクはオフです',
  speakToTest: '何か話してください。バーが動くはずです。',
  unlock: 'ロックを解除',
  deviceSettings: '機器の設定',
  defaultDevice: 'システムの既定',
  unnamedDevice: '{{kind}} {{number}}',
};
