import type { invite as inviteInEnglish, welcome as welcomeInEnglish } from '../en/welcome.ts';
import type { Translation } from '../translation.ts';

export const invite: Translation<typeof inviteInEnglish, 'fr'> = {
  text: 'Vous êtes invité à une réunion dans Parley.\n\nLien : {{link}}\nCode de réunion : {{room}}\nServeur : {{server}}\n\nPour la rejoindre, il vous faut Parley sur votre ordinateur : {{homepage}}\nOuvrez ensuite le lien. Ou démarrez Parley et collez tout ce message dans le champ « Code de réunion ou lien ».',
  copied: 'Invitation copiée, avec le lien et ce dont un invité a besoin',
};

export const welcome: Translation<typeof welcomeInEnglish, 'fr'> = {
  title: 'Bienvenue dans Parley',
  text: 'Des réunions face à face, d’un bureau à l’autre. Pas de compte, rien à configurer.',
  nameHint: 'Les autres le voient dans chaque réunion. Vous pouvez le changer à tout moment.',
  nameNeeded: 'Saisissez le nom que les autres verront.',
  go: 'Continuer',
};
