import { clsx } from 'clsx';
import { ChevronRight, Scale } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button as AriaButton, Disclosure, DisclosurePanel } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import * as v from 'valibot';

import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Spinner } from '../../../ui/Spinner.tsx';
import styles from './LicencesDialog.module.css';

/** As the build writes them beside the page. */
const Licences = v.array(v.object({ name: v.string(), version: v.string(), licence: v.string(), text: v.string() }));
type Licences = v.InferOutput<typeof Licences>;

interface LicencesDialogProps {
  readonly title: string;
  readonly onClose: () => void;
}

/** Every package that is shipped, with its licence, folded. */
export function LicencesDialog({ title, onClose }: LicencesDialogProps) {
  const { t } = useTranslation();
  const licences = useLicences();
  return (
    <Dialog
      wide
      icon={<Scale size={20} />}
      title={title}
      lead={t('settings.licencesHint')}
      onClose={onClose}
      actions={
        <Button autoFocus look="primary" onPress={onClose}>
          {t('common.done')}
        </Button>
      }
    >
      {licences === 'unread' ? <p role="alert">{t('settings.licencesUnread')}</p> : null}
      {licences === null ? <Spinner large /> : null}
      {Array.isArray(licences) ? (
        <ul className={clsx(styles.list)}>
          {licences.map((one) => (
            <li key={one.name}>
              <Disclosure>
                <AriaButton slot="trigger" className={clsx(styles.trigger)}>
                  <ChevronRight size={16} className={clsx(styles.chevron)} />
                  <span dir="ltr" className={clsx(styles.name)}>
                    {one.name} {one.version}
                  </span>
                  <span dir="ltr" className={clsx(styles.licence)}>
                    {one.licence}
                  </span>
                </AriaButton>
                <DisclosurePanel>
                  <p dir={one.text === '' ? 'auto' : 'ltr'} className={clsx(styles.text)}>
                    {one.text === '' ? t('settings.licenceWithoutText') : one.text}
                  </p>
                </DisclosurePanel>
              </Disclosure>
            </li>
          ))}
        </ul>
      ) : null}
    </Dialog>
  );
}

/** Null until they are read. */
function useLicences(): Licences | 'unread' | null {
  const [licences, setLicences] = useState<Licences | 'unread' | null>(null);
  useEffect(() => {
    const gone = new AbortController();
    void readLicences(gone.signal).then((read) => (gone.signal.aborted ? undefined : setLicences(read)));
    return () => gone.abort();
  }, []);
  return licences;
}

async function readLicences(signal: AbortSignal): Promise<Licences | 'unread'> {
  try {
    const answer = await fetch('./licences.json', { signal });
    const parsed = v.safeParse(Licences, await answer.json());
    return parsed.success ? parsed.output : 'unread';
  } catch {
    return 'unread';
  }
}
