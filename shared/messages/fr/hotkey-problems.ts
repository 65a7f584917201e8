import type { ProblemCode, ProblemParams } from '../../problem.ts';
import { chooseAnother } from './parts.ts';

/** Of a hotkey whose release cannot be noticed. */
const pressed = 'D’ici là, appuyez sur la touche de dictée pour commencer et encore pour finir.';

export const hotkeyProblems = {
  'button-is-needed': () =>
    'Tout programme a besoin des boutons gauche et droit de la souris. Essayez un autre bouton ou une touche.',
  'button-needs-modifier': ({ modifiers }) =>
    `Les programmes utilisent le bouton central de la souris. Appuyez-le avec ${modifiers}.`,
  'button-not-heard': () =>
    'Les boutons de la souris ne peuvent pas être des raccourcis sur ce bureau. Essayez une touche, ou F13 envoyé par la souris.',
  'chosen-in-compositor': () =>
    'Sous Wayland, les touches se choisissent dans les paramètres du compositeur : associez-les aux commandes d’ici.',
  'desktop-gone': ({ desktop }) =>
    `${desktop} ne répond pas, donc les raccourcis ne marchent pas. Redémarrez CaptionKey.`,
  'desktop-keeps-shortcut': ({ desktop, shortcut }) =>
    `${desktop} ne cède pas ${shortcut}. ${chooseAnother}`,
  'desktop-needs-a-key': ({ desktop }) =>
    `${desktop} refuse un modificateur seul. ${chooseAnother}`,
  'desktop-uses-shortcut': ({ desktop, shortcut, owner }) =>
    `${desktop} utilise ${shortcut} pour ${owner ?? 'autre chose'}. ${chooseAnother}`,
  'key-impossible': ({ key }) => `${key} ne peut pas être un raccourci. Essayez-en d’autres.`,
  'key-needs-modifier': ({ modifiers }) =>
    `Vous ne pourriez plus écrire avec cette touche. Appuyez-la avec ${modifiers}.`,
  'lone-modifier-needs-hold': () =>
    'Un modificateur seul se maintient. Choisissez d’abord « Maintenir » ou « Automatique ».',
  'media-key-accessibility': () =>
    'macOS ne cède les touches de musique qu’avec une autorisation. Autorisez CaptionKey dans Réglages Système › Confidentialité et sécurité › Accessibilité, puis relancez-le. Ou choisissez un autre raccourci.',
  'no-global-keys': ({ command }) =>
    `Wayland refuse aux applications les touches globales. Associez cette commande dans les paramètres du compositeur : ${command}`,
  'no-key-to-hold': () =>
    'Le relâchement de cette touche passe inaperçu : appuyez pour commencer et encore pour finir. Pour en maintenir une, choisissez-en une autre avec Modifier.',
  'no-release-accessibility': () =>
    `macOS cache à CaptionKey le relâchement des touches. Autorisez-le dans Réglages Système › Confidentialité et sécurité › Accessibilité ; si c’est déjà fait, quittez CaptionKey, puis retirez-le avec − et ajoutez-le à nouveau. Puis relancez CaptionKey. ${pressed}`,
  'no-release-display': () =>
    `Le serveur X est inaccessible, donc le relâchement passe inaperçu. Lancez CaptionKey dans une session graphique. ${pressed}`,
  'no-release-here': () =>
    `Le relâchement passe inaperçu ici ; logs/key-watch.log dit pourquoi. Relancez CaptionKey quand c’est résolu. ${pressed}`,
  'no-release-key': () => `Ce clavier n’a pas cette touche. ${chooseAnother} ${pressed}`,
  'no-release-record': () =>
    `Ce serveur X cache le relâchement des touches. Activez son extension RECORD. ${pressed}`,
  'no-release-stopped': () =>
    `Le processus qui remarque le relâchement s’est arrêté plusieurs fois. Relancez CaptionKey. ${pressed}`,
  'no-release-wayland': () =>
    'Wayland cache le relâchement aux applications, donc la commande démarre et arrête.',
  'not-a-shortcut': ({ shortcut }) =>
    `« ${shortcut} » n’est pas un raccourci. Essayez d’autres touches.`,
  'only-dictation-alone': () => 'Seule la touche de dictée peut être un modificateur seul.',
  'shortcut-held-only': ({ shortcut }) =>
    `${shortcut} seul ne peut qu’être maintenu. ${chooseAnother}`,
  'shortcut-impossible': ({ shortcut }) =>
    `« ${shortcut} » ne peut pas être un raccourci ici. ${chooseAnother}`,
  'shortcut-taken': ({ shortcut }) => `Une autre application a pris ${shortcut}. ${chooseAnother}`,
} satisfies { [C in ProblemCode]?: (params: ProblemParams<C>) => string };
