import type { ProblemCode, ProblemParams } from '../../problem.ts';
import { whyNotWritten } from './parts.ts';

export const storageProblems = {
  // Files
  'login-needs-package': () =>
    'macOS ne peut lancer CaptionKey à la connexion que comme application installée. Installez son paquet, ou désactivez « Lancer à la connexion ».',
  'login-not-set': ({ path }) =>
    `${path} ne peut pas être modifié, donc le lancement à la connexion reste tel quel. Vérifiez que le fichier et son dossier sont à vous.`,
  'cannot-keep': (file) =>
    `Paramètres, clé, enregistrements et journal ne peuvent pas être gardés, car ${whyNotWritten(file)}.`,
  'file-replaced': ({ file, aside }) =>
    `${file} était illisible, donc CaptionKey l’a remplacé. L’ancien fichier est gardé sous ${aside}.`,
  'file-overwritten': ({ file, copy }) =>
    `Ce changement a remplacé dans ${file} quelque chose d’inutilisable. L’ancien fichier est gardé sous ${copy}.`,
  'file-set-aside': ({ file, aside }) =>
    `${file} était illisible, donc CaptionKey démarre sans lui. Il est gardé sous ${aside}.`,
  'file-unreadable': ({ file }) =>
    `${file} était illisible, donc CaptionKey démarre sans lui. Il n’a pas pu être déplacé.`,

  // Storage and history
  'store-bad-call': ({ name }) => `Le stockage ne sait pas faire cela : ${name}.`,
  'store-busy': ({ path }) =>
    `Un autre programme utilise ${path}, donc vos mots ne sont pas gardés. Fermez-le.`,
  'store-failed': ({ path }) =>
    `${path} est inutilisable, donc vos mots ne sont pas gardés. Relancez CaptionKey ; si cela n’aide pas, déplacez le fichier.`,
  'store-full': () => 'Le disque est plein, donc vos mots ne sont pas gardés. Libérez de l’espace.',
  'store-gone': ({ path }) =>
    `${path} a été retiré pendant l’utilisation de CaptionKey, qui en a créé un autre ; les mots d’avant n’y sont pas.`,
  'store-newer': ({ path }) =>
    `${path} vient d’un CaptionKey plus récent, donc vos mots ne sont pas gardés. Installez cette version.`,
  'store-set-aside': ({ path, aside }) =>
    `${path} était illisible, donc CaptionKey démarre avec un historique vide. L’ancien fichier est gardé sous ${aside}.`,
  'store-slow': () =>
    'Le disque ne répond pas, donc vos mots ne sont peut-être pas gardés. Vérifiez-le.',
  'store-stopped': () => 'CaptionKey ne peut plus garder vos mots. Relancez-le.',
  'store-unreadable-answer': () =>
    'CaptionKey ne peut pas lire captionkey.db. Déplacez le fichier et relancez CaptionKey.',
  'store-unwritable': ({ path }) =>
    `Impossible d’écrire ${path}, donc vos mots ne sont pas gardés. Vérifiez que le fichier et son dossier sont à vous.`,
  'cannot-delete-recording': ({ path }) =>
    `${path} n’a pas pu être supprimé. Vérifiez que le fichier et son dossier sont à vous.`,
  'cannot-export': ({ path }) => `${path} n’a pas pu être écrit. Choisissez un autre dossier.`,
  'cannot-read-recordings': ({ path }) => `${path} est illisible. Vérifiez qu’il est à vous.`,
  copied: () => 'Copié dans le presse-papiers.',
  'dictation-runs': () => 'Cette dictée est en cours. Arrêtez-la, puis réessayez.',
  'dictation-without-text': () => 'Cette dictée n’a pas de texte.',
  inserted: () => 'Inséré.',
  'no-captions': () => 'Ces sous-titres ne sont plus dans l’historique.',
  'no-dictation': () => 'Cette dictée n’est plus dans l’historique.',
  'no-recording': () => 'Cet enregistrement n’existe plus.',
  'no-unfinished-recording': () => 'Cet enregistrement n’existe plus.',
  'nothing-to-export': () => 'Il n’y a aucun texte à exporter.',
  'saved-as': ({ file }) => `Enregistré sous ${file}`,
} satisfies { [C in ProblemCode]?: (params: ProblemParams<C>) => string };
