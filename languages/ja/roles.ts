import type { roles as rolesInEnglish } from '../en/roles.ts';
import type { Translation } from '../translation.ts';

export const roles: Translation<typeof rolesInEnglish, 'ja'> = {
  make: {
    host: 'ホストにする',
    'co-host': '共同ホストにする',
    guest: 'ゲストにする',
    viewer: '視聴者にする',
  },
  makeOther: '{{role}}にする',
  handOver: '{{name}}さんに引き継ぐ',
  become: '{{role}}に下がる',
  became: '{{name}}さんは{{role}}になりました',
  becameBy: '{{by}}さんが{{name}}さんを{{role}}にしました',
  becameByMe: '{{name}}さんを{{role}}にしました',
  steppedDown: '{{name}}さんは{{role}}に下がりました',
  you: 'あなたは{{role}}になりました。{{may}}',
  youBy: '{{by}}さんがあなたを{{role}}にしました。{{may}}',
  may: {
    host: '会議を全員に対して終了することも含め、すべての操作ができます。',
    'co-host': '入室の許可、ミュート、退出、会議のロックができます。',
    guest: '話したり、ビデオを見せたりできます。どちらもオンにするまでオフです。',
    viewer: '全員を視聴できます。マイクとカメラはオフです。',
  },
  maySpeak: '参加できます。オフだったものは、オンにするまでオフのままです。',
  mayWatch: '全員を視聴できますが、発言やビデオの表示はできません。',
  names: {
    host: 'ホスト',
    'co-host': '共同ホスト',
    guest: 'ゲスト',
    viewer: '視聴者',
  },
  barred: {
    microphone: '発言できません。ここでの役割は{{role}}です',
    camera: 'ビデオを表示できません。ここでの役割は{{role}}です',
    hint: '{{why}}。ホストが変更できます。',
  },
  viewerForNow: '発言できる人数の上限に達しているため、今は視聴者です。',
  viewerForNowHint: '全員を視聴できます。誰かが発言をやめると、ホストが発言を許可できます。',
};
