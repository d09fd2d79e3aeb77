import type { people as peopleInEnglish } from '../en/people.ts';
import type { Translation } from '../translation.ts';

export const people: Translation<typeof peopleInEnglish, 'ja'> = {
  inMeeting: '参加中',
  search: '参加者を検索',
  clearSearch: '検索をクリア',
  found_other: '{{count}} 人が見つかりました',
  showMore_other: 'さらに {{count}} 人を表示',
  more: '{{name}}さんの詳細',
  remove: '会議から退出させる',
  mute: {
    microphone: 'ミュート',
    camera: 'ビデオを停止',
    screen: '画面共有を停止',
  },
  ask: {
    microphone: 'ミュートの解除を頼む',
    camera: 'ビデオの開始を頼む',
  },
  asked: {
    microphone: '{{name}}さんにミュートの解除を頼みました',
    camera: '{{name}}さんにビデオの開始を頼みました',
  },
  muteAll: {
    button: '全員をミュート',
    title: '全員をミュートしますか？',
    text: 'ホストと、ミュートの権限がある人はそのままです。ほかの人は全員ミュートされ、自分で解除できます。',
    done: '全員をミュートしました',
  },
  barred: {
    title: '再入場を認めない人',
    by: '{{name}}さんによる、{{when}}',
    byNobody: '管理者による、{{when}}',
    unbar: '再入場を認める',
    unbarred: '{{name}}さんは戻ることができます',
  },
};
