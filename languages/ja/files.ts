import type { files as filesInEnglish } from '../en/files.ts';
import type { Translation } from '../translation.ts';

export const files: Translation<typeof filesInEnglish, 'ja'> = {
  attach: 'ファイルを渡す',
  tooBig: 'このファイルは大きすぎます。{{most}} まで渡せます。',
  unreadable: 'このファイルは読み取れません。',
  mine: 'あなたがいる間、全員が受け取れます',
  withdrawn: 'もう受け取れません',
  withdraw: '取り下げる',
  take: '保存',
  decline: '断る',
  cancel: '中止',
  again: 'もう一度試す',
  show: 'フォルダーに表示',
  coming: '{{size}} 中 {{done}}',
  comingFrom: '{{name}} を保存',
  saved: 'ダウンロードに {{name}} として保存しました',
  declined: '断りました',
  cancelled: '中止しました',
  left: 'ファイルが届く前に {{name}} さんが退出しました。',
  takenBack: 'このファイルはもう受け取れません。',
  gone: '{{name}} さんが退出したため、ファイルも受け取れません。',
  going: '{{name}}: {{size}} 中 {{done}}',
  got: '{{name}} さんが受け取りました',
  lost: '{{name}}: 届きませんでした',
  stopped: '{{name}} さんが中止しました',
  refused: '{{name}} さんが断りました',
};
