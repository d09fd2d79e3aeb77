import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { Banner } from '../../ui/Banner.tsx';

/** Who else loses their meeting by it, because it runs on this computer; nothing where that is nobody. */
export function ServedBanner({ served = 0 }: { readonly served?: number | undefined }) {
  const { t } = useTranslation();
  if (served === 0) return null;
  return (
    <Banner tone="caution" icon={<TriangleAlert size={20} />} hint={t('prompts.servedHint')}>
      {t('prompts.served', { count: served })}
    </Banner>
  );
}
