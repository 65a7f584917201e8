import type { Messages } from '../index.ts';
import { modelFacts } from '../../models.ts';
import type { SpeechModel } from '../../speech-model.ts';

const model = (id: SpeechModel, hint: string) => ({ label: modelFacts[id].name, hint });

export const settingOptions: Messages['settingOptions'] = {
  speechModel: {
    'u3-rt-pro': model(
      'u3-rt-pro',
      'Anglais, espagnol, allemand, français, italien et portugais, même mêlés. Écrit comme une personne.',
    ),
    'universal-3-5-pro': model(
      'universal-3-5-pro',
      '19 langues : ces six, arabe, catalan, danois, néerlandais, finnois, hébreu, hindi, japonais, mandarin, norvégien, suédois, turc et vietnamien.',
    ),
    'universal-3-6-pro': model(
      'universal-3-6-pro',
      '32 langues : ces 19, afrikaans, cantonais, estonien, galicien, coréen, marathi, norvégien nynorsk, persan, roumain, russe, ourdou, xhosa et zoulou.',
    ),
    'universal-streaming-english': model(
      'universal-streaming-english',
      'Anglais seulement. Les mots affichés ne changent jamais. N’utilise pas le contexte.',
    ),
    'universal-streaming-multilingual': model(
      'universal-streaming-multilingual',
      'De même pour l’anglais, l’espagnol, l’allemand, le français, l’italien et le portugais.',
    ),
    'whisper-rt': model(
      'whisper-rt',
      '99 autres langues, détectées automatiquement. Les premiers mots prennent quelques secondes. Sans contexte, termes ni pauses.',
    ),
  },
  region: {
    global: { label: 'La plus proche', hint: 'Où AssemblyAI répond le plus vite.' },
    us: { label: 'États-Unis', hint: 'Votre parole y reste.' },
    eu: { label: 'Union européenne', hint: 'Votre parole y reste.' },
  },
  latencyMode: {
    unset: { label: 'Selon le modèle', hint: 'Équilibré.' },
    min_latency: { label: 'Vitesse', hint: 'Phrases finies plus tôt.' },
    balanced: { label: 'Équilibré', hint: 'Pour presque tout.' },
    max_accuracy: {
      label: 'Précision',
      hint: 'Attend plus, pour que nombres et adresses restent entiers.',
    },
  },
  voiceFocus: {
    unset: { label: 'Non', hint: 'Le son est envoyé tel quel.' },
    'near-field': {
      label: 'Casque',
      hint: 'Retire le bruit et les autres voix. AssemblyAI facture 0,10 $ de plus par heure.',
    },
    'far-field': { label: 'Pièce', hint: 'Pour un micro plus éloigné. Même prix.' },
  },
  insertion: {
    paste: {
      label: 'Coller au curseur',
      hint: 'Votre presse-papiers est ensuite restauré.',
    },
    clipboard: {
      label: 'Copier au presse-papiers',
      hint: 'Rien n’est écrit. Vous collez vous-même.',
    },
  },
  captionsFont: {
    system: { label: 'Système', hint: 'La police de votre bureau.' },
    sans: { label: 'Sans empattement', hint: 'Lettres simples.' },
    serif: { label: 'Empattement', hint: 'Lettres comme dans un livre.' },
    monospace: { label: 'Chasse fixe', hint: 'Toutes les lettres ont la même largeur.' },
  },
  captionsPlace: {
    free: { label: 'Où vous les mettez', hint: 'Retenu pour chaque écran.' },
    top: { label: 'En haut', hint: 'Au milieu du bord supérieur. Les déplacer y met fin.' },
    bottom: { label: 'En bas', hint: 'Au milieu du bord inférieur. Les déplacer y met fin.' },
  },
  captionsSource: {
    microphone: { label: 'Micro', hint: 'Ce qui se dit près de cet ordinateur.' },
    computer: {
      label: 'Son de l’ordinateur',
      hint: 'Ce que jouent d’autres programmes, comme un appel ou une vidéo.',
    },
    both: {
      label: 'Les deux',
      hint: 'Deux connexions, donc vous payez deux fois le temps. « Données et coût » compte les deux.',
    },
  },
  recordingRetention: {
    'until-stored': {
      label: 'Supprimer une fois transcrits',
      hint: 'Un enregistrement sans texte reste jusqu’à ce que vous le supprimiez.',
    },
    week: { label: 'Garder une semaine', hint: 'Sur cet ordinateur, lisibles par vous seul.' },
    forever: { label: 'Garder', hint: 'Environ 115 Mo par heure.' },
  },
};
