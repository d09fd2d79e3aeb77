import type { quality as qualityInEnglish } from '../en/quality.ts';
import type { Translation } from '../translation.ts';

export const quality: Translation<typeof qualityInEnglish, 'ja'> = {
  open: '接続の詳細',
  title: '{{name}} さんとの接続',
  mark: {
    good: '接続は良好',
    fair: '接続はやや不安定',
    poor: '接続が不安定',
  },
  lead: {
    good: '音声も映像も問題なく届いています。',
    fair: 'ときどき途切れることがあります。',
    poor: 'データの損失や遅れが多く、音声や映像が途切れます。',
    notUp: '現在、この人とは接続されていません。',
  },
  measuring: '測定しています',
  none: 'なし',
  milliseconds: '{{value}} ミリ秒',
  kilobits: '{{value}} kbit/s',
  picture: '{{width}} × {{height}}、毎秒 {{rate}} 枚',
  roundTrip: '往復時間',
  lossIn: '受信の損失',
  lossOut: '送信の損失',
  jitter: 'ゆらぎ',
  bitsIn: '受信',
  bitsOut: '送信',
  pictureIn: '相手の映像',
  pictureOut: '自分の映像',
  voice: '音声',
  path: '経路',
  direct: '直接',
  relayed: '中継経由',
  poorBanner: 'ネットワークの状態がよくありません。',
  poorHint: '相手に声が届きにくいかもしれません。ルーターに近づくか、有線で接続してください。',
  poorHintVideo: '相手に声が届きにくいかもしれません。ビデオをオフにするか、有線で接続してみてください。',
  videoOff: '自分のビデオをオフにする',
};
