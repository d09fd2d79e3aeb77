import type { LinkRates, PictureRate } from '../../media/quality/rates.ts';
import type { Words } from '../../words/words.ts';

/** One figure of the sheet, in words and units. */
export interface Fact {
  readonly name: string;
  readonly value: string;
}

/** What a link does, for people to read: a line for each figure, in the order of what matters to a conversation. */
export function sayRates(t: Words, language: string, rates: LinkRates): readonly Fact[] {
  const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
  const pixels = new Intl.NumberFormat(language, { useGrouping: false });
  const share = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  const none = t('quality.none');
  const ms = (value: number | null): string =>
    value === null ? none : t('quality.milliseconds', { value: whole.format(value) });
  const percent = (value: number | null): string => (value === null ? none : share.format(value));
  const bits = (value: number): string => t('quality.kilobits', { value: whole.format(value / 1000) });
  const picture = (one: PictureRate | null): string => {
    if (one === null || one.width === null || one.height === null) return none;
    const size = { width: pixels.format(one.width), height: pixels.format(one.height) };
    const words = t('quality.picture', { ...size, rate: whole.format(one.perSecond) });
    return one.codec === null ? words : `${words} · ${one.codec}`;
  };
  return [
    { name: t('quality.roundTrip'), value: ms(rates.roundTripMs) },
    { name: t('quality.lossIn'), value: percent(rates.lossIn) },
    { name: t('quality.lossOut'), value: percent(rates.lossOut) },
    { name: t('quality.jitter'), value: ms(rates.jitterMs) },
    { name: t('quality.bitsIn'), value: bits(rates.bitsIn) },
    { name: t('quality.bitsOut'), value: bits(rates.bitsOut) },
    { name: t('quality.pictureIn'), value: picture(rates.pictureIn) },
    { name: t('quality.pictureOut'), value: picture(rates.pictureOut) },
    { name: t('quality.voice'), value: rates.voiceCodec ?? none },
    { name: t('quality.path'), value: sayPath(t, rates) },
  ];
}

/** Through a relay as soon as one end of the way is one. */
function sayPath(t: Words, { path, protocol }: LinkRates): string {
  if (path === null) return t('quality.none');
  const words = t(path.local === 'relay' || path.remote === 'relay' ? 'quality.relayed' : 'quality.direct');
  return protocol === null ? words : `${words} · ${protocol.toUpperCase()}`;
}
