import type { stage as stageInEnglish } from '../en/stage.ts';
import type { Translation } from '../translation.ts';

export const stage: Translation<typeof stageInEnglish, 'ja'> = {
  view: '表示',
  layout: 'レイアウト',
  modes: { grid: 'グリッド', speaker: 'スピーカー' },
  self: '自分の映像',
  selfInGrid: 'グリッドに表示',
  selfFloating: '隅に表示',
  selfHidden: '自分の映像を隠す',
  moveSelf: '矢印キーで自分の映像を移動',
  corners: {
    'top-start': '自分の映像は左上にあります',
    'top-end': '自分の映像は右上にあります',
    'bottom-start': '自分の映像は左下にあります',
    'bottom-end': '自分の映像は右下にあります',
  },
  hideQuiet: 'ビデオがオフの人を隠す',
  quiet_other: 'ビデオがオフの人: {{count}}人',
  nobodyWithVideo: 'ビデオをオンにしている人はいません。',
  fullScreen: '全画面表示',
  options: '{{name}}さんのオプション',
  pin: '自分用にピン留め',
  unpin: 'ピン留めを外す',
  pinned: 'ピン留め中',
  spotlight: '全員にスポットライト表示',
  unspotlight: 'スポットライトを終了',
  spotlit: 'スポットライト表示中',
  screenOf: '{{name}}さんの画面',
};
