import type { switching as switchingInEnglish } from '../en/switching.ts';
import type { Translation } from '../translation.ts';

export const switching: Translation<typeof switchingInEnglish, 'fr'> = {
  title: 'Passer à une autre réunion ?',
  fromLink: 'Un lien a été ouvert sur cet ordinateur. Rien n’a encore été contacté.',
  typed: 'Saisissez son code, ou collez un lien.',
  leaves: 'Vous quittez {{room}} dès que l’autre réunion accepte de vous laisser entrer. D’ici là, vous restez.',
  heir: 'Qui sera hôte après vous ?',
  nobody: 'Personne : quitter sans laisser d’hôte',
  look: 'Quitter et continuer',
  now: 'Changer maintenant',
  nowHint:
    '« Changer maintenant » vous y mène directement, avec ce qui est activé. Seul votre écran n’est plus partagé.',
  open: 'Passer à une autre réunion',
  asking: 'On demande à {{room}} si vous pouvez entrer.',
  askingHint: 'Vous restez dans cette réunion entre-temps.',
  stay: 'Rester ici',
  failed: {
    title: 'Vous êtes toujours dans {{room}}',
    lead: 'Rien n’a changé : {{room}} ne vous a pas laissé entrer.',
    fact: 'Réponse du serveur',
  },
};
