import type { Messages } from '../index.ts';
import { modelFacts } from '../../models.ts';
import type { SpeechModel } from '../../speech-model.ts';

const model = (id: SpeechModel, hint: string) => ({ label: modelFacts[id].name, hint });

export const settingOptions: Messages['settingOptions'] = {
  speechModel: {
    'u3-rt-pro': model(
      'u3-rt-pro',
      'Englisch, Spanisch, Deutsch, Französisch, Italienisch und Portugiesisch, auch gemischt. Schreibt wie ein Mensch.',
    ),
    'universal-3-5-pro': model(
      'universal-3-5-pro',
      '19 Sprachen: diese sechs, Arabisch, Katalanisch, Dänisch, Niederländisch, Finnisch, Hebräisch, Hindi, Japanisch, Mandarin, Norwegisch, Schwedisch, Türkisch und Vietnamesisch.',
    ),
    'universal-3-6-pro': model(
      'universal-3-6-pro',
      '32 Sprachen: diese 19, Afrikaans, Kantonesisch, Estnisch, Galicisch, Koreanisch, Marathi, Norwegisch (Nynorsk), Persisch, Rumänisch, Russisch, Urdu, Xhosa und Zulu.',
    ),
    'universal-streaming-english': model(
      'universal-streaming-english',
      'Nur Englisch. Gezeigte Worte ändern sich nie. Nutzt den Kontext nicht.',
    ),
    'universal-streaming-multilingual': model(
      'universal-streaming-multilingual',
      'Dasselbe für Englisch, Spanisch, Deutsch, Französisch, Italienisch und Portugiesisch.',
    ),
    'whisper-rt': model(
      'whisper-rt',
      '99 weitere Sprachen, automatisch erkannt. Die ersten Worte brauchen ein paar Sekunden. Nutzt keinen Kontext, keine Begriffe und keine Pausen.',
    ),
  },
  region: {
    global: { label: 'Nächstgelegen', hint: 'Wo AssemblyAI am schnellsten antwortet.' },
    us: { label: 'USA', hint: 'Ihre Stimme bleibt dort.' },
    eu: { label: 'Europäische Union', hint: 'Ihre Stimme bleibt dort.' },
  },
  latencyMode: {
    unset: { label: 'Wie im Modell', hint: 'Ausgewogen.' },
    min_latency: { label: 'Tempo', hint: 'Sätze enden früher.' },
    balanced: { label: 'Ausgewogen', hint: 'Passt meistens.' },
    max_accuracy: {
      label: 'Genauigkeit',
      hint: 'Wartet länger, damit Zahlen und Adressen ganz bleiben.',
    },
  },
  voiceFocus: {
    unset: { label: 'Aus', hint: 'Ton wird unverändert gesendet.' },
    'near-field': {
      label: 'Headset',
      hint: 'Entfernt Lärm und andere Stimmen. AssemblyAI berechnet 0,10 $ mehr pro Stunde.',
    },
    'far-field': { label: 'Raum', hint: 'Für ein entferntes Mikrofon. Gleicher Preis.' },
  },
  insertion: {
    paste: {
      label: 'Am Cursor einfügen',
      hint: 'Ihre Zwischenablage wird danach wiederhergestellt.',
    },
    clipboard: {
      label: 'In die Zwischenablage',
      hint: 'Nichts wird getippt. Sie fügen es selbst ein.',
    },
  },
  captionsSource: {
    microphone: { label: 'Mikrofon', hint: 'Was nahe diesem Computer gesagt wird.' },
    computer: {
      label: 'Computerton',
      hint: 'Was andere Programme abspielen, etwa ein Anruf oder Video.',
    },
    both: {
      label: 'Beides',
      hint: 'Zwei Verbindungen, also zahlen Sie die doppelte Zeit. „Daten & Kosten“ zählt beide.',
    },
  },
  captionsFont: {
    system: { label: 'System', hint: 'Die Schrift Ihres Desktops.' },
    sans: { label: 'Serifenlos', hint: 'Schlichte Buchstaben.' },
    serif: { label: 'Serifen', hint: 'Buchstaben wie im Buch.' },
    monospace: { label: 'Dicktengleich', hint: 'Alle Buchstaben sind gleich breit.' },
  },
  captionsPlace: {
    free: { label: 'Wohin Sie sie ziehen', hint: 'Gemerkt für jeden Bildschirm.' },
    top: { label: 'Oben', hint: 'In der Mitte des oberen Randes, bis Sie sie wegziehen.' },
    bottom: { label: 'Unten', hint: 'In der Mitte des unteren Randes, bis Sie sie wegziehen.' },
  },
  recordingRetention: {
    'until-stored': {
      label: 'Nach dem Transkribieren löschen',
      hint: 'Eine Aufnahme ohne Text bleibt, bis Sie sie löschen.',
    },
    week: { label: 'Eine Woche behalten', hint: 'Auf diesem Computer, nur für Sie lesbar.' },
    forever: { label: 'Behalten', hint: 'Etwa 115 MB pro Stunde.' },
  },
};
