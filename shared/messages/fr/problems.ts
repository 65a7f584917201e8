import type { Messages } from '../index.ts';
import { dollarsIn, withDecimal } from '../numbers.ts';
import { actions } from './actions.ts';
import { hotkeyProblems } from './hotkey-problems.ts';
import { entryWords, expectationWords, whyNotWritten } from './parts.ts';
import { refusals } from './refusals.ts';
import { settings } from './settings.ts';
import { storageProblems } from './storage-problems.ts';

const dollars = dollarsIn('fr');

export const problems: Messages['problems'] = {
  ...refusals,
  ...hotkeyProblems,
  ...storageProblems,

  // Insertion
  'accessibility-denied': () =>
    'macOS ne laisse pas CaptionKey appuyer sur ⌘V, donc le texte est dans le presse-papiers. Autorisez-le dans Réglages Système › Confidentialité et sécurité › Accessibilité. Si c’est déjà fait, quittez CaptionKey, puis retirez-le avec − et ajoutez-le à nouveau. Puis relancez CaptionKey.',
  'clipboard-contended': () =>
    'Un autre programme utilisait le presse-papiers, donc rien n’a été écrit. Choisissez « Insérer la dernière dictée ».',
  'clipboard-taken': ({ app }) =>
    `Un autre programme a copié autre chose. Vérifiez ${app} avant d’insérer à nouveau.`,
  'clipboard-taken-over': ({ app }) =>
    `Un gestionnaire de presse-papiers a lu le texte avant. Il est dans le presse-papiers. Vérifiez s’il est aussi dans ${app}.`,
  'clipboard-unreadable': () =>
    'Votre presse-papiers n’a pas pu être sauvegardé, donc rien n’a été collé. Copiez autre chose, puis choisissez « Insérer la dernière dictée ».',
  'clipboard-unwritable': () =>
    'Impossible d’écrire dans le presse-papiers. Copiez le texte dans l’historique.',
  'display-gone': () =>
    'Le bureau ne répond pas, donc rien n’a été écrit. Choisissez « Insérer la dernière dictée ».',
  elevated: ({ app }) =>
    `${app} est lancé en administrateur, donc CaptionKey ne peut pas y écrire. Collez avec Ctrl+V.`,
  'enter-not-pressed': ({ app }) =>
    `Le texte est dans ${app}, mais Entrée n’a pas été pressée. Appuyez dessus.`,
  'focus-moved': ({ app }) =>
    `Vous avez changé de fenêtre, donc rien n’a été écrit dans ${app}. Cliquez où va le texte et choisissez « Insérer la dernière dictée ».`,
  'insertion-stopped': () => 'L’insertion a été interrompue. Vérifiez avant d’insérer à nouveau.',
  'keyboard-taken': () =>
    'Autre chose tient le clavier. Fermez-le et choisissez « Insérer la dernière dictée ».',
  'keys-asked': () =>
    'Le bureau demande si CaptionKey peut appuyer sur des touches. D’ici là, collez avec Ctrl+V.',
  'keys-refused': () =>
    'Vous n’avez pas permis à CaptionKey d’appuyer sur des touches. Le texte est dans le presse-papiers : collez-le avec Ctrl+V.',
  'no-accessibility-bus': () =>
    'CaptionKey ne sait pas quelle fenêtre est devant. Installez at-spi2-core, puis reconnectez-vous.',
  'no-keys-on-wayland': () =>
    'Ce bureau Wayland ne laisse aucune application appuyer sur des touches. Le texte est dans le presse-papiers : collez-le avec Ctrl+V.',
  'no-paste-key': () =>
    'Ici, aucune touche ne peut coller. Le texte est dans le presse-papiers : collez-le par le menu.',
  'unknown-window': () =>
    'GNOME ne dit pas quelle fenêtre est devant, donc le texte est dans le presse-papiers. Collez-le avec Ctrl+V.',
  'no-x-display': () => 'Aucun écran X trouvé. Le texte est dans le presse-papiers.',
  'no-target': () =>
    'Aucune fenêtre n’avait le focus. Le texte est dans le presse-papiers : collez-le où il faut.',
  'not-read': ({ app }) =>
    `${app} n’a pas pris le texte. Il est dans le presse-papiers : collez-le où il faut.`,
  'nothing-said': () => 'Rien n’a été dit, donc il n’y a rien à insérer.',
  'own-window': () => 'CaptionKey était devant, donc le texte est dans le presse-papiers.',
  'portal-failed': () =>
    'Le portail du bureau n’a pas pu appuyer. Le texte est dans le presse-papiers : collez-le avec Ctrl+V.',
  'pasteboard-denied': () =>
    'macOS ne laisse pas CaptionKey lire ce que vous avez copié, donc rien n’a pu être remis. Le texte est dans le presse-papiers : collez-le avec ⌘V. Autorisez-le dans Réglages Système › Confidentialité et sécurité › Coller depuis d’autres apps.',
  'secure-input': () =>
    'Un champ de mot de passe, ou un programme qui protège le clavier, empêche CaptionKey d’appuyer sur des touches, donc le texte est dans le presse-papiers. Collez-le avec ⌘V.',
  'portal-missing': () =>
    'Le portail du bureau qui appuie sur les touches manque. Le texte est dans le presse-papiers : collez-le avec Ctrl+V.',
  unseen: ({ app }) => `Collé. CaptionKey ne voit pas si ${app} l’a pris : vérifiez.`,
  'x-display-gone': () =>
    'L’écran X est inaccessible, donc rien n’a été écrit. Vérifiez DISPLAY et XAUTHORITY, puis relancez CaptionKey.',

  // Dictation
  cancelled: () => 'Annulé. Rien n’a été écrit.',
  'not-scratched': () =>
    'Rien n’a été effacé : la dernière dictée n’est pas juste avant le curseur, ou le programme ne la montre pas.',
  scratched: () => 'La dernière dictée a été effacée.',
  'not-transcribed': () =>
    'Transcription impossible. L’enregistrement est gardé dans l’historique.',
  'on-clipboard': () => 'Le texte est dans le presse-papiers.',
  'paste-from-clipboard': () => 'Il est dans le presse-papiers : collez-le où il faut.',
  transcribing: () => 'Un enregistrement est en cours de transcription. Dictez ensuite.',
  unconfirmed: () => 'Les derniers mots manquent peut-être : AssemblyAI ne les a pas confirmés.',

  // Copies
  'not-copied': () => 'Impossible d’écrire dans le presse-papiers. Copiez de nouveau.',
  'not-undone': () => 'Le presse-papiers a changé depuis, il reste donc tel quel.',

  // Audio
  'cannot-open-microphone': () =>
    'Le micro n’a pas pu être ouvert. Fermez les autres applications qui l’utilisent ou choisissez un autre micro, puis redémarrez.',
  'cannot-record': () =>
    'L’enregistrement ne peut pas être gardé ; les sous-titres continuent sans lui. Libérez de l’espace disque.',
  'capture-stopped': () => 'Le micro s’est arrêté soudainement. Redémarrez pour continuer.',
  'computer-sound-away': () =>
    'La sortie a été débranchée, donc le son de l’ordinateur manque. Les sous-titres reprennent avec une autre.',
  'computer-sound-failed': () => 'Le son de l’ordinateur n’arrive plus. Relancez les sous-titres.',
  'computer-sound-gap': ({ seconds }) =>
    `Le son de l’ordinateur est revenu. ${withDecimal('fr', seconds)} s manquent.`,
  'default-silent': ({ microphone }) =>
    `${microphone} n’est pas connecté, et le micro par défaut est muet. Connectez-le ou choisissez un autre micro.`,
  'microphone-away': () =>
    'Le micro a été débranché. Rebranchez-le ; CaptionKey continue d’essayer.',
  'microphone-broken': () =>
    'Le micro a signalé une erreur. Rebranchez-le ou choisissez-en un autre, puis redémarrez.',
  'microphone-denied': () =>
    'macOS ne laisse pas CaptionKey entendre le micro. Autorisez-le dans Réglages Système › Confidentialité et sécurité › Microphone, puis relancez CaptionKey.',
  'microphone-gap': ({ seconds, cause }) => {
    const what = {
      away: 'Le micro est de retour. ',
      lost: 'Le micro a perdu du son. ',
      other: '',
    };
    return `${what[cause]}${withDecimal('fr', seconds)} s n’ont pas été entendues ; répétez-les.`;
  },
  'microphone-missing': ({ microphone }) =>
    `${microphone} n’est pas connecté, donc le micro par défaut est utilisé. Connectez-le ou choisissez-en un autre.`,
  'microphone-stalled': () =>
    'Le micro ne donne plus de son. Rebranchez-le ou choisissez-en un autre, puis redémarrez.',
  'no-audio-library': () =>
    'La bibliothèque audio n’a pas pu être chargée. Réinstallez CaptionKey.',
  'no-computer-sound': () =>
    'Aucun son de l’ordinateur ne s’entend ici. Choisissez Micro sous Sous-titres › Écouter.',
  'no-microphone': () => 'Aucun micro trouvé. Connectez-en un, puis redémarrez.',
  'no-microphone-listed': () => 'Aucun micro trouvé. Connectez-en un, puis Actualiser.',
  'no-sound': ({ microphone }) =>
    `Aucun son ne vient ${microphone === null ? 'du micro' : `de ${microphone}`}. Réactivez-le ou choisissez un autre micro.`,
  'cannot-read-wav': ({ path }) => `Impossible de lire ${path}. Indiquez un fichier WAV existant.`,
  'unsupported-wav': ({ path }) =>
    `${path} n’est pas un fichier WAV que CaptionKey sait lire. Convertissez-le en PCM 16 bits, de 8 à 48 kHz, mono ou stéréo.`,
  'nothing-heard': () =>
    'Aucune parole dans cet enregistrement. Vérifiez que c’est le bon fichier et qu’il est assez fort.',
  'captions-on': () => 'Arrêtez d’abord les sous-titres, puis réessayez.',
  'demo-cannot-transcribe': () =>
    'La démo ne peut pas transcrire ceci. Lancez CaptionKey sans --demo.',
  'demo-server-failed': () => 'Le serveur de démo n’a pas démarré. Réinstallez CaptionKey.',
  'demo-starting': () => 'La démo démarre déjà.',

  // Connection
  'bad-proxy': () =>
    'HTTPS_PROXY ou ALL_PROXY doit être une adresse http:// ou https://. Corrigez-la ou retirez-la.',
  'bad-streaming-url': () =>
    'CAPTIONKEY_STREAMING_URL doit être une adresse wss://, ou ws:// sur cet ordinateur. Corrigez-la ou retirez-la.',
  'cannot-dial': ({ reason }) =>
    `CaptionKey ne peut pas ouvrir de connexion (${reason}). Vérifiez la clé d’API et CAPTIONKEY_STREAMING_URL.`,

  // Key and settings
  'cannot-save': (file) =>
    `Votre changement n’a pas pu être enregistré, car ${whyNotWritten(file)}.`,
  'key-not-erased': (file) =>
    `La clé n’est plus utilisée, mais reviendra au prochain démarrage, car ${whyNotWritten(file)}.`,
  'key-not-saved': (file) => `La clé n’a pas pu être enregistrée, car ${whyNotWritten(file)}.`,
  'key-unreadable': ({ isReplaced }) =>
    `La clé d’API enregistrée ne peut pas être déchiffrée sur ce système. ${isReplaced ? 'ASSEMBLYAI_API_KEY la remplace. ' : ''}Collez-la à nouveau sur la page Accueil.`,
  'no-encrypted-storage': () =>
    'Ce système n’a pas de stockage chiffré. Pour garder la clé, définissez ASSEMBLYAI_API_KEY.',
  'no-key': () =>
    'Pas encore de clé d’API. Collez la vôtre sur la page Accueil, ou essayez la démo.',
  'not-a-key': () =>
    'Ce n’est pas une clé d’API : elle a des espaces ou d’autres signes étranges. Recopiez-la.',
  'bad-setting': ({ setting, expected }) =>
    `${settingName(setting)} ${expectationWords(expected)}. Corrigez-le.`,
  'list-full': ({ most }) => `La liste est pleine, à ${most}. Retirez-en d’abord un.`,
  'term-too-long': ({ most }) => `Un terme peut avoir ${most} caractères au plus.`,
  'term-known': () => 'C’est déjà dans la liste.',
  'more-fields': () => 'Il y a une deuxième flèche ou tabulation. Écrivez-la \\→ ou \\t.',
  'replaced-otherwise': () => 'Le dictionnaire écrit autre chose pour ces mots.',
  'text-too-long': ({ most }) => `Le texte peut avoir ${most} caractères au plus.`,
  'words-missing': () => 'Il n’y a aucun mot avant la flèche.',
  'words-too-long': ({ most }) => `Les mots peuvent avoir ${most} caractères au plus.`,
  'cannot-import': ({ path }) => `${path} est illisible. Vérifiez qu’il est à vous.`,
  'not-a-dictionary': ({ path }) =>
    `${path} n’est pas un texte en UTF-8. Enregistrez-le ainsi, puis réessayez.`,
  'unknown-setting': () =>
    'Ce paramètre n’est pas dans la fenêtre. Cherchez-le dans settings.json.',
  'model-redirected': ({ asked, ran }) =>
    `AssemblyAI utilise ${ran} au lieu de ${asked}. Pour le garder, choisissez-le sous Reconnaissance.`,
  'settings-unread': ({ path, values, lists }) => {
    const entries = lists.map(({ name, positions }) => `${entryWords(positions)} de ${name}`);
    return [
      ...(values.length === 0
        ? []
        : [
            `Ce que settings.json dit de ${values.join(' et ')} est inutilisable, d’où la valeur par défaut.`,
          ]),
      ...(entries.length === 0
        ? []
        : [`CaptionKey ignore ${entries.join(' et ')} dans settings.json.`]),
      `Corrigez-le dans ${path}, puis relancez CaptionKey.`,
    ].join(' ');
  },

  // Captions
  'captions-stop-soon': () =>
    'Personne ne parle, donc les sous-titres s’arrêteront dans une minute. Parlez pour les garder.',
  'captions-stopped': ({ minutes }) =>
    `Les sous-titres se sont arrêtés après ${minutes} minutes sans parole.`,
  'captions-limit-near': ({ dollars: limit }) =>
    `Plus de 90 % des ${dollars(limit)} de ce mois sont dépensés. Les sous-titres s’arrêteront à la limite.`,
  'captions-limit-passed': ({ dollars: limit }) =>
    `La limite de ${dollars(limit)} de ce mois est dépassée. Sous-titres et dictées continuent et coûtent.`,
  'captions-limit-stopped': ({ dollars: limit }) =>
    `Sous-titres arrêtés : ${dollars(limit)} dépensés ce mois-ci. Relevez la limite, ou relancez-les.`,

  // Hotkeys: the rest is in hotkey-problems.ts
  'shortcut-in-use': ({ action }) =>
    `Ces touches servent déjà à ${actions[action].does}. Prenez-en d’autres, ou changez d’abord ce raccourci.`,

  // Command line
  'argument-slip': ({ argument, known }) =>
    `--${argument} n’est pas une option de CaptionKey. Il y a ${known.map((one) => `--${one}`).join(', ')}.`,
  'argument-takes-no-value': ({ argument }) =>
    `--${argument} ne prend pas de valeur. Écrivez --${argument}.`,
  'argument-needs-value': ({ argument }) =>
    `--${argument} demande une valeur : --${argument}=CHEMIN.`,
  'bad-print-format': ({ format }) =>
    `--print=${format} est inconnu. Écrivez --print ou --print=json.`,
  'bad-user-data-dir': ({ folder }) =>
    `${folder} est inutilisable. Indiquez avec --user-data-dir un dossier où l’on peut écrire.`,
  'cannot-start': ({ reason }) =>
    `démarrage impossible : ${reason}. Vérifiez que son dossier peut être lu et écrit.`,
  'runs-already': () => 'CaptionKey est déjà ouvert. Quittez-le, puis réessayez.',

  // Doctor
  'check-after-dictation': () => 'Une dictée est en cours. Finissez-la, puis revérifiez.',
  'focus-unknown': () =>
    'Ce bureau ne dit pas quelle fenêtre est devant, donc le texte va au presse-papiers.',
  'no-receipt': () =>
    'Ce bureau ne montre pas qui lit le presse-papiers. Vérifiez si le texte est arrivé.',
  'not-arrived': () =>
    'Le mot de test n’est pas arrivé. Sous Dictée, choisissez la copie au presse-papiers.',
  'paste-not-chosen': () =>
    'Vous avez choisi la copie des textes au presse-papiers. Pour les coller, choisissez-le sous Dictée.',
  'press-unheard': () =>
    'CaptionKey n’a pas remarqué la touche. Choisissez-en une autre sous Raccourcis.',
  'release-unheard': () =>
    'CaptionKey n’a pas remarqué le relâchement. Touchez la touche pour commencer et pour finir.',
  'shortcut-not-pressed': ({ shortcut }) =>
    `CaptionKey ne peut pas appuyer ici. Appuyez sur ${shortcut} pour essayer.`,
  'test-window-behind': () =>
    'La fenêtre de test n’est pas venue devant. Cliquez-la et recommencez.',

  // The app itself
  'bad-request': () => 'CaptionKey n’a pas compris cela. Vérifiez votre saisie.',
  'broken-inside': () =>
    'Quelque chose s’est cassé dans CaptionKey. Il continue ; relancez-le quand vous aurez fini.',
  internal: () => 'Un problème est survenu dans CaptionKey. Réessayez.',
  'ipc-channel': () => 'Cette fenêtre a demandé une chose que CaptionKey n’a pas.',
  'ipc-no-answer': () => 'CaptionKey ne répond pas. Quittez-le et relancez-le.',
  'untrusted-sender': () => 'Cette page ne peut pas parler à CaptionKey.',
};

/** The panel shows some settings by a title; the rest are in settings.json only. */
const settingName = (setting: string): string => {
  const title = Object.entries(settings).find(([name]) => name === setting)?.[1];
  return title === undefined ? `Le paramètre ${setting}` : `« ${title} »`;
};
