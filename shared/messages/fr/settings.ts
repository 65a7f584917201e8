import type { Messages } from '../index.ts';

export const settings: Messages['settings'] = {
  keyterms: 'Noms et termes',
  prompt: 'Contexte',
  replacements: 'Remplacements',
  voiceCommands: 'Commandes vocales',
  removeFillers: 'Omettre les hésitations',
  speechModel: 'Modèle',
  languageCodes: 'Langue',
  minTurnSilenceMs: 'Pause qui finit une phrase',
  maxTurnSilenceMs: 'Pause qui finit une phrase inachevée',
  dictationSilenceMs: 'Pause dans une dictée',
  latencyMode: 'Vitesse ou précision',
  voiceFocus: 'Voice Focus',
  domain: 'Termes médicaux',
  filterProfanity: 'Masquer les mots offensants',
  vadThreshold: 'Seuil de voix',
  languageDetection: 'Enregistrer la langue',
  previousContextTurns: 'Phrases d’avant comme contexte',
  keepConnectedSeconds: 'Rester connecté après l’arrêt',
  region: 'Région',
  insertion: 'Texte dicté',
  pasteIntoUnknownWindow: 'Coller dans une fenêtre inconnue',
  appProfiles: 'Profils d’apps',
  captionsSource: 'Écouter',
  captionsTextSize: 'Taille du texte',
  captionsFont: 'Police',
  captionsTextColor: 'Couleur du texte',
  captionsBackgroundColor: 'Couleur de fond',
  captionsOpacity: 'Opacité du fond',
  captionsOutline: 'Contour',
  captionsLines: 'Lignes',
  captionsPlace: 'Position',
  captionsWidth: 'Largeur',
  captionsClickThrough: 'Clic à travers',
  captionsHideAfterSeconds: 'Masquer après silence',
  keepHistory: 'Garder un historique des textes',
  historyDays: 'Supprimer les textes après',
  recordingRetention: 'Conserver l’audio',
  preRoll: 'Pré-écoute',
  captionsSilenceMinutes: 'Arrêter les sous-titres sans parole après',
  captionsMonthlyDollars: 'Arrêter les sous-titres dans le mois après',
  sounds: 'Sons',
  startAtLogin: 'Lancer à la connexion',
  appLanguage: 'Langue de l’application',
};

const blank = 'Vide : selon le modèle.';

export const settingHints: Messages['settingHints'] = {
  captionsSilenceMinutes:
    'Vous payez tant qu’il y a des sous-titres. Un avis vient une minute avant. Vide : jamais.',
  captionsMonthlyDollars:
    'Selon l’estimation de l’application. Un avis vient à 90 %. La dictée continue. Vide : sans limite.',
  voiceCommands:
    'Dites « nouvelle ligne » ou « virgule » avec une courte pause avant et après. Dans une phrase, ce sont des mots.',
  removeFillers: 'Retire « euh », « hum » et autres. Un mot qui a un sens reste.',
  minTurnSilenceMs: blank,
  maxTurnSilenceMs: `Même dans une phrase. ${blank}`,
  dictationSilenceMs:
    'Votre touche finit une dictée, donc nombres et noms peuvent avoir des pauses. Vide : comme les sous-titres.',
  domain:
    'Meilleurs termes médicaux en anglais, espagnol, allemand et français. AssemblyAI facture un supplément.',
  filterProfanity: 'Affiche *** à la place.',
  vadThreshold: `À quel point le service doit être sûr d’entendre une voix. Augmentez-le s’il y a du bruit. ${blank}`,
  languageDetection: 'Enregistre avec chaque phrase la langue détectée.',
  previousContextTurns:
    'Combien de phrases d’avant, dans une connexion, aident la suivante. 0 : aucune.',
  keepConnectedSeconds: (seconds) =>
    seconds === 0
      ? 'Aucun coût après l’arrêt. Le prochain démarrage met une ou deux secondes à se connecter et ne perd rien.'
      : `Le prochain démarrage est immédiat. Après chaque arrêt, vous payez jusqu’à ${seconds} secondes de plus.`,
  captionsTextSize: 'Ctrl et la molette sur les sous-titres la changent aussi.',
  captionsTextColor: 'Les mots qui peuvent encore changer sont plus pâles.',
  captionsBackgroundColor: 'Les avis sont aussi sur cette couleur.',
  captionsOpacity: 'Sous 100, la fenêtre de derrière transparaît.',
  captionsOutline: 'Un trait fin autour de chaque lettre, pour un fond qui transparaît.',
  captionsLines: 'Pour combien de lignes la fenêtre a la place.',
  captionsClickThrough:
    'La souris atteint la fenêtre en dessous. L’icône de la barre et un raccourci rendent les sous-titres à nouveau cliquables.',
  captionsWidth: 'Pour chaque écran. Tirez un bord des sous-titres pour la changer sur un seul.',
  captionsHideAfterSeconds:
    'Le prochain mot ou problème ramène les sous-titres. Vide : ils restent.',
  pasteIntoUnknownWindow:
    'Sous GNOME, certaines applications ne se signalent pas au premier plan. Non : leur texte va au presse-papiers. Oui : il est collé, alors vérifiez où est le curseur.',
  startAtLogin: 'CaptionKey se lance masqué. Son icône l’ouvre.',
  keepHistory:
    'Non : les nouvelles dictées et sous-titres ne sont pas gardés. Les anciens textes restent jusqu’à leur suppression dans l’Historique.',
  historyDays: 'Dictées et sous-titres, dans l’heure. Vide : jamais.',
  preRoll:
    'Garde le micro ouvert et sa dernière demi-seconde en mémoire, pour que votre premier mot soit entier. Seule cette demi-seconde avant la touche est enregistrée et envoyée. L’Accueil montre quand le micro est ouvert.',
  sounds:
    'Un son bref quand CaptionKey commence à écouter et quand il a fini, et un son grave quand quelque chose ne va pas.',
};

export const settingUnits: Messages['settingUnits'] = {
  captionsSilenceMinutes: 'minutes',
  captionsMonthlyDollars: 'dollars US',
  historyDays: 'jours',
  minTurnSilenceMs: 'ms',
  maxTurnSilenceMs: 'ms',
  dictationSilenceMs: 'ms',
  vadThreshold: '',
  previousContextTurns: 'phrases',
  keepConnectedSeconds: 'secondes',
  captionsTextSize: 'px',
  captionsOpacity: '%',
  captionsLines: '',
  captionsWidth: 'px',
  captionsHideAfterSeconds: 'secondes',
};
