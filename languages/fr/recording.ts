import type { recording as source } from '../en/recording.ts';
import type { Translation } from '../translation.ts';

/** Words about recording a meeting on one's own computer. */
export const recording: Translation<typeof source, 'fr'> = {
  record: 'Enregistrer',
  stop: 'Arrêter l’enregistrement',
  title: 'Enregistrer cette réunion ?',
  lead: 'Tout le monde est prévenu et le voit tant que cela dure.',
  text: 'Ce que vous voyez et entendez est conservé sur cet ordinateur : {{folder}}. Cela ne va nulle part ailleurs.',
  videos: 'dans vos vidéos',
  begin: 'Commencer l’enregistrement',
  by: 'Enregistrement par {{name}}',
  byMany: 'Enregistrement par {{name}} et d’autres',
  byMe: 'Vous enregistrez',
  began: '{{name}} enregistre désormais cette réunion',
  iBegan: 'Vous enregistrez désormais cette réunion. Tout le monde a été prévenu.',
  ended: '{{name}} n’enregistre plus',
  iEnded: 'Vous n’enregistrez plus',
  expected: 'Quelqu’un enregistre cette réunion : ce que vous dites et montrez est conservé.',
  kept: 'L’enregistrement a été conservé',
  problems: {
    'disk-full': 'Le disque est plein, l’enregistrement s’est donc arrêté. Ce qu’il y avait jusque-là a été conservé.',
    unwritable:
      'Le fichier ne pouvait plus être écrit, l’enregistrement s’est donc arrêté. Ce qu’il y avait jusque-là a été conservé.',
    interrupted: 'L’enregistrement a été interrompu. Ce qu’il y avait jusque-là a été conservé.',
  },
  where: 'Ici : {{file}}',
  show: 'Afficher dans le dossier',
  folder: 'Dossier des enregistrements',
  choose: 'Choisir un dossier',
  keywords: 'enregistrer enregistrement vidéo sauvegarder fichier film emplacement',
};
