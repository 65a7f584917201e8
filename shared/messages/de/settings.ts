import type { Messages } from '../index.ts';

export const settings: Messages['settings'] = {
  keyterms: 'Namen und Begriffe',
  prompt: 'Kontext',
  replacements: 'Ersetzungen',
  voiceCommands: 'Sprachbefehle',
  removeFillers: 'Füllwörter weglassen',
  speechModel: 'Modell',
  languageCodes: 'Sprache',
  minTurnSilenceMs: 'Pause, die einen Satz beendet',
  maxTurnSilenceMs: 'Pause, die einen unfertigen Satz beendet',
  dictationSilenceMs: 'Pause in einem Diktat',
  latencyMode: 'Tempo oder Genauigkeit',
  voiceFocus: 'Voice Focus',
  domain: 'Medizinbegriffe',
  filterProfanity: 'Anstößiges ausblenden',
  vadThreshold: 'Stimmschwelle',
  languageDetection: 'Sprache speichern',
  previousContextTurns: 'Frühere Sätze als Kontext',
  keepConnectedSeconds: 'Nach dem Anhalten verbunden bleiben',
  region: 'Region',
  insertion: 'Diktierter Text',
  pasteIntoUnknownWindow: 'In unbekannte Fenster einfügen',
  appProfiles: 'App-Profile',
  captionsSource: 'Tonquelle',
  captionsTextSize: 'Textgröße',
  captionsFont: 'Schrift',
  captionsTextColor: 'Textfarbe',
  captionsBackgroundColor: 'Hintergrundfarbe',
  captionsOpacity: 'Deckkraft des Hintergrunds',
  captionsOutline: 'Umriss',
  captionsLines: 'Zeilen',
  captionsPlace: 'Position',
  captionsWidth: 'Breite',
  captionsClickThrough: 'Durchklicken',
  captionsHideAfterSeconds: 'Ausblenden bei Stille',
  keepHistory: 'Texte im Verlauf behalten',
  historyDays: 'Texte löschen nach',
  recordingRetention: 'Aufnahmen behalten',
  preRoll: 'Vorlauf',
  captionsSilenceMinutes: 'Untertitel ohne Sprache beenden nach',
  captionsMonthlyDollars: 'Untertitel im Monat beenden nach',
  sounds: 'Töne',
  startAtLogin: 'Bei Anmeldung starten',
  appLanguage: 'Sprache der App',
};

const blank = 'Leer: wie im Modell.';

export const settingHints: Messages['settingHints'] = {
  captionsSilenceMinutes:
    'Untertitel kosten, solange sie laufen. Eine Minute vorher kommt eine Warnung. Leer: nie.',
  captionsMonthlyDollars:
    'Nach Schätzung der App. Bei 90 % kommt ein Hinweis. Diktate gehen weiter. Leer: keine Grenze.',
  voiceCommands:
    'Sagen Sie „neue Zeile“ oder „Komma“ mit einer kurzen Pause davor und danach. Mitten im Satz bleiben es Wörter.',
  removeFillers: 'Entfernt „äh“, „hm“ und Ähnliches. Ein Wort mit Bedeutung bleibt.',
  minTurnSilenceMs: blank,
  maxTurnSilenceMs: `Auch mitten im Satz. ${blank}`,
  dictationSilenceMs:
    'Ihre Taste beendet ein Diktat, darum dürfen Zahlen und Namen Pausen haben. Leer: wie bei Untertiteln.',
  domain:
    'Medizinbegriffe besser auf Englisch, Spanisch, Deutsch und Französisch. AssemblyAI berechnet dafür extra.',
  filterProfanity: 'Zeigt stattdessen ***.',
  vadThreshold: `Wie sicher der Dienst sein muss, eine Stimme zu hören. Bei Lärm erhöhen. ${blank}`,
  languageDetection: 'Speichert zu jedem Satz die erkannte Sprache.',
  previousContextTurns: 'Wie viele frühere Sätze einer Verbindung beim nächsten helfen. 0: keine.',
  keepConnectedSeconds: (seconds) =>
    seconds === 0
      ? 'Danach keine Kosten. Der nächste Start verbindet ein bis zwei Sekunden lang und verliert nichts.'
      : `Der nächste Start klappt sofort. Nach jedem Anhalten zahlen Sie bis zu ${seconds} Sekunden mehr.`,
  captionsTextSize: 'Strg und das Mausrad über den Untertiteln ändern sie auch.',
  captionsTextColor: 'Worte, die sich noch ändern können, sind blasser.',
  captionsBackgroundColor: 'Auch Hinweise stehen auf dieser Farbe.',
  captionsOpacity: 'Unter 100 scheint das Fenster dahinter durch.',
  captionsOutline: 'Eine dünne Linie um jeden Buchstaben, für durchscheinende Hintergründe.',
  captionsLines: 'Für wie viele Zeilen das Fenster Platz hat.',
  captionsClickThrough:
    'Die Maus erreicht das Fenster darunter. Das Symbol in der Leiste oder ein Tastenkürzel macht die Untertitel wieder anklickbar.',
  captionsWidth:
    'Für jeden Bildschirm. Ziehen Sie am Rand der Untertitel, um sie auf einem zu ändern.',
  captionsHideAfterSeconds:
    'Das nächste Wort oder Problem holt die Untertitel zurück. Leer: Sie bleiben.',
  pasteIntoUnknownWindow:
    'In GNOME melden manche Apps nicht, dass sie vorn sind. Aus: Ihr Text geht in die Zwischenablage. An: Er wird eingefügt; prüfen Sie also, wo der Cursor ist.',
  startAtLogin: 'CaptionKey startet verborgen. Das Symbol öffnet es.',
  keepHistory:
    'Aus: Neue Diktate und Untertitel werden nicht gespeichert. Frühere Texte bleiben, bis Sie sie im Verlauf löschen.',
  historyDays: 'Diktate und Untertitel, innerhalb einer Stunde. Leer: nie.',
  preRoll:
    'Hält das Mikrofon offen und die letzte halbe Sekunde im Speicher, damit Ihr erstes Wort ganz ist. Nur diese halbe Sekunde vor der Taste wird aufgenommen und gesendet. Die Startseite zeigt, wann das Mikrofon offen ist.',
  sounds:
    'Ein kurzer Ton, wenn CaptionKey zuhört und wenn es fertig ist, und ein tiefer, wenn etwas nicht stimmt.',
};

export const settingUnits: Messages['settingUnits'] = {
  captionsSilenceMinutes: 'Minuten',
  captionsMonthlyDollars: 'US-Dollar',
  historyDays: 'Tage',
  minTurnSilenceMs: 'ms',
  maxTurnSilenceMs: 'ms',
  dictationSilenceMs: 'ms',
  vadThreshold: '',
  previousContextTurns: 'Sätze',
  keepConnectedSeconds: 'Sekunden',
  captionsTextSize: 'px',
  captionsOpacity: '%',
  captionsLines: '',
  captionsWidth: 'px',
  captionsHideAfterSeconds: 'Sekunden',
};
