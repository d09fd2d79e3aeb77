/*
 * Links that somebody might send to make the app connect elsewhere than it shows, run something, or choke. Made of
 * parts, so that each trick stands in every form and place in which it could be tried. None of them is an invite.
 */

const ROOM = 'kfr-wmbe-tqa';
const SECRET = 'AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCdE';
const GOOD = `parley://join/meet.example.org/${ROOM}#${SECRET}`;
const GOOD_WEB = `https://meet.example.org/join/${ROOM}#${SECRET}`;

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

const SCHEMES = words(String.raw`
  javascript: JaVaScRiPt: vbscript: data:text/html, file: ftp: ws: wss: smb: about: blob: chrome: devtools: intent:
  view-source: ms-msdt: search-ms: ssh: tel: mailto: app: parley-dev: xparley: parleyx: http: httpx: parley; parley - --
`).concat('', 'https :', 'parley :');

const SERVERS = words(String.raw`
  ana@evil.example meet.example.org@evil.example ana:pw@evil.example @evil.example meet.example.org:443@evil
  meet.example.org%2eevil.example %6d%65%65%74.example.org meet.example.org%00.evil.example %
  meet.example.org\.evil.example evil.example\@meet.example.org meet.example.org?.evil.example
  127.1 127.0.1 2130706433 0x7f000001 0x7f.1 0177.0.0.1 017700000001 1.2.3 1.2.3.4.5 256.256.256.256 1.2.3.4. 01.02.03.04
  0 0.0.0.0 255.255.255.255 239.1.2.3 [::] [ff02::1] [::ffff:0.0.0.0]
  ::1 [::1 ::1] [[::1]] [::1]] [fe80::1%eth0] [::1].evil.example [v1.fe] [1:2:3] [::g] [] [::1]80
  meet.example.org: meet.example.org:0 meet.example.org:65536 meet.example.org:99999999999 meet.example.org:1e3
  meet.example.org:+80 meet.example.org:-80 meet.example.org:0x50 meet.example.org:80:80 meet.example.org:８０ :80 :
  meet..example.org .meet.example.org meet.example.org. -meet.example.org meet-.example.org meet_.example.org
  meet,example.org meet;example.org meet!example.org meet'example.org meet"example.org meet<example.org meet|example.org
  meet*example.org meet(example.org meet+example.org meet=example.org meet&example.org meet~example.org meet$example.org
  ｍｅｅｔ.example.org meet。example.org bücher.example 例え.テスト faß.example __proto__ .. . - * *.example.org join_
`).concat(
  ['meet.ex\u0430mple.org', 'mee\u0442.example.org', 'meet\u2024example.org', 'meet.example\u2215org'],
  ['meet.example.org\u202Egro.live', '\u2066meet.example.org', 'meet\u00AD.example.org', 'meet\u200B.example.org'],
  ['', ' ', 'meet .example.org', `${'a'.repeat(64)}.example`, `${'a.'.repeat(140)}example`, 'a'.repeat(301)],
);

const ROOMS = words(String.raw`
  . .. - kfr kfrwmbetqa kfr-wmbe kfr-wmbe-tq kfr-wmbe-tqaa kfrw-mbe-tqa kfr--wmbe-tqa kfr-wmbe-tqa- -kfr-wmbe-tqa
  kfr-wmb3-tqa kfr_wmbe_tqa kfr-wmbe-tqa;x kfr-wmbe-tqa,x kfr-wmbe-tqa:x kfr-wmbe-tqa=x kfr-wmbe-tqa&x kfr-wmbe-tqa.html
  ../kfr-wmbe-tqa kfr-wmbe-tqa/.. kfr-wmbe-tqa// x/kfr-wmbe-tqa kfr%2dwmbe%2dtqa %2e%2e kfr-wmbe-tq%61 kfr-wmbe-tqａ
  __proto__ constructor {{x}} <script> $(id) \\evil\share null kfr-wmbe-tqa@evil kfr-wmbe-tqa?x=y
`).concat(
  ['', ' ', "' or 1=1", '| id', '`id`', 'kfr-wmbe-tq\u0430', 'kfr\u2010wmbe\u2010tqa'],
  ['k\u0131r-wmbe-tqa', '\u212Afr-wmbe-tqa', 'kfr-wmbe-tqa\u0000'],
);

const SECRETS = ['', '#', '?', '/', 'short', '../..', '<b>', SECRET.slice(1), `${SECRET}A`, `#${SECRET}`, `/${SECRET}`]
  .concat(['=', '==', '#', '/', '?x=y', '&x=y', `#${SECRET}`, ' x'].map((tail) => SECRET + tail))
  .concat(['+', '/', '.', '%', '=', '@', '\\', '~', '*', '\u0430', 'é', '\u200B'].map((last) => SECRET.slice(1) + last))
  .concat(`${SECRET.slice(3)}%41`, 'x'.repeat(1_500));

/** What is put inside a good link, at every place: none of it belongs anywhere. */
const INSIDE = words(String.raw`% %00 %0a %2f %40 %5c @ \ ? ^ " < > ' { } | $ * ( ! ; , + =`).concat(
  [
    '`',
    ' ',
    '\u0000',
    '\u0001',
    '\u0007',
    '\t',
    '\n',
    '\r',
    '\u001B',
    '\u007F',
    '\u0085',
    '\u00A0',
    '\u00AD',
    '\u034F',
  ],
  ['\u061C', '\u180E', '\u200B', '\u200C', '\u200D', '\u200E', '\u200F', '\u2028', '\u2029', '\u202A', '\u202D'],
  [
    '\u202E',
    '\u2060',
    '\u2066',
    '\u2069',
    '\u3000',
    '\uFEFF',
    '\uFFFD',
    '\uD800',
    '\uDFFF',
    '\u{E0041}',
    '\u0301',
    '😀',
  ],
);

const LONG = [2_049, 5_000, 100_000, 1_000_000, 10_000_000];

const WHOLE = [`${GOOD} ${GOOD}`, `${GOOD}\n${GOOD}`, GOOD + GOOD, `see ${GOOD}`, `${GOOD} now`, `--inspect ${GOOD}`]
  .concat(
    `parley://join/${ROOM}`,
    'parley://',
    'parley://join',
    'parley://join/',
    'parley://join//',
    'parley://join///',
  )
  .concat('https://', 'http://', `//meet.example.org/join/${ROOM}`, `/join/${ROOM}`, `${ROOM}#${SECRET}`, `#${SECRET}`);

function schemed(scheme: string): readonly string[] {
  const [web, own] = [`//meet.example.org/join/${ROOM}#${SECRET}`, `//join/meet.example.org/${ROOM}#${SECRET}`];
  return [scheme + web, scheme + own, `${scheme}${GOOD}`, `${scheme}alert(1)`];
}

function inEveryForm(server: string, room: string, secret: string): readonly string[] {
  const web = `${server}/join/${room}#${secret}`;
  return [`parley://join/${server}/${room}#${secret}`, `https://${web}`, `http://${web}`];
}

function everywhere(what: string): readonly string[] {
  const places = [1, 6, 7, 8, 9, 13, 14, 18, 23, 31, 34, 40, 44, 60, -1];
  return [GOOD, GOOD_WEB].flatMap((link) => places.map((place) => link.slice(0, place) + what + link.slice(place)));
}

function long(length: number): readonly string[] {
  return [GOOD.padEnd(length, 'x'), GOOD.padStart(length), '%'.repeat(length), '['.repeat(length)];
}

const ALL = SCHEMES.flatMap(schemed)
  .concat(SERVERS.flatMap((server) => inEveryForm(server, ROOM, SECRET)))
  .concat(ROOMS.flatMap((room) => inEveryForm('meet.example.org', room, SECRET)))
  .concat(SECRETS.flatMap((secret) => inEveryForm('meet.example.org', ROOM, secret)))
  .concat(INSIDE.flatMap(everywhere))
  .concat(LONG.flatMap(long))
  .concat(WHOLE);

/** Each once; what a scheme without anything wrong with it comes to is no trick. */
export const HOSTILE: readonly string[] = [...new Set(ALL)].filter((link) => link !== GOOD && link !== GOOD_WEB);
