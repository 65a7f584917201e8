import type { ProblemParams } from '../../problem.ts';
import { refusalWith, type Part } from '../refusal.ts';

const refusal = refusalWith({
  startAgain: 'Starten Sie erneut, um fortzufahren',
  thenStartAgain: ' und starten Sie dann erneut',
});

const quoted = ({ said }: ProblemParams<'connection-lost'>): string =>
  said === '' ? '' : ` („${said}“)`;
const silent: Part = ({ host }) => `${host} antwortet nicht`;
const checkInternet = 'Prüfen Sie die Internetverbindung';
const checkSettings = 'Prüfen Sie die Einstellungen (stimmen sie, melden Sie dies bitte)';
const report = 'Bitte melden Sie dies';
const allowWebSocket = 'Bitten Sie die Netzwerkverwaltung, WebSocket zu erlauben';

export const refusals = {
  'account-disabled': refusal(
    'Ihr AssemblyAI-Konto ist deaktiviert',
    'Schreiben Sie an support@assemblyai.com',
  ),
  'account-refused': refusal(
    (facts) => `AssemblyAI lehnt die Verbindung ab${quoted(facts)}`,
    'Prüfen Sie Ihr Konto auf assemblyai.com',
  ),
  'answered-otherwise': refusal(
    ({ host, reason }) => `Etwas in diesem Netz antwortet statt ${host} (${reason})`,
    'Melden Sie sich im Browser an',
  ),
  'bad-gateway-request': refusal(
    ({ host, number }) => `${host} hat die Anfrage nicht verstanden (HTTP ${number})`,
    checkSettings,
  ),
  blocked: refusal(
    ({ host }) => `Etwas in diesem Netz antwortet statt ${host} und blockiert Live-Verbindungen`,
    allowWebSocket,
  ),
  'certificate-outdated': refusal(
    ({ host, reason }) => `Das Zertifikat für ${host} ist abgelaufen (${reason})`,
    'Prüfen Sie die Uhr dieses Computers, und melden Sie sich im Browser an, falls das Netz es verlangt',
  ),
  'connection-lost': refusal(
    (facts) => `Die Verbindung zu ${facts.host} ging verloren${quoted(facts)}`,
    '',
  ),
  forbidden: refusal(
    ({ host, number }) => `${host} lehnt den API-Schlüssel oder dieses Netz ab (HTTP ${number})`,
    'Prüfen Sie den Schlüssel, fragen Sie sonst die Netzwerkverwaltung',
  ),
  http: refusal(
    ({ host, number }) => `${host} antwortet mit HTTP ${number}`,
    'Prüfen Sie CAPTIONKEY_STREAMING_URL, falls gesetzt; melden Sie dies sonst bitte',
  ),
  'http-blocked': refusal(
    ({ number }) => `Etwas in diesem Netz blockiert Live-Verbindungen (HTTP ${number})`,
    allowWebSocket,
  ),
  'interface-retired': refusal(
    'AssemblyAI hat die Schnittstelle von CaptionKey abgeschaltet (HTTP 410)',
    'Aktualisieren Sie CaptionKey',
  ),
  'legally-blocked': refusal(
    ({ host, number }) => `${host} ist hier aus rechtlichen Gründen gesperrt (HTTP ${number})`,
    'Fragen Sie die Netzwerkverwaltung',
  ),
  'limit-reached': refusal(
    (facts) => `Ihr AssemblyAI-Konto hat eine Grenze erreicht${quoted(facts)}`,
    'Prüfen Sie Tarif und Grenzen auf assemblyai.com',
  ),
  'message-rejected': refusal(
    (facts) => `AssemblyAI lehnt eine Einstellung oder Nachricht ab${quoted(facts)}`,
    checkSettings,
  ),
  'message-too-large': refusal(
    ({ number }) => `CaptionKey hat AssemblyAI eine zu große Nachricht gesendet (${number})`,
    report,
  ),
  'model-refused': refusal(
    ({ model }) => `AssemblyAI bietet ${model} nicht mehr an`,
    ({ successor }) => `Wählen Sie ${successor} unter Erkennung`,
  ),
  'network-login': refusal('Dieses Netz verlangt eine Anmeldung', 'Melden Sie sich im Browser an'),
  'no-credit': refusal(
    'Ihr AssemblyAI-Konto hat kein Guthaben mehr',
    'Laden Sie es auf assemblyai.com auf',
  ),
  'no-encryption': refusal(
    ({ host, reason }) =>
      `${host} und CaptionKey haben keine gemeinsame Verschlüsselung (${reason})`,
    'Fragen Sie die Netzwerkverwaltung, oder aktualisieren Sie CaptionKey',
  ),
  'other-region': refusal(
    (facts) => `AssemblyAI nimmt diesen Schlüssel in dieser Region nicht an${quoted(facts)}`,
    'Wählen Sie unter Erkennung eine andere Region',
  ),
  outdated: refusal(
    (facts) => `AssemblyAI verlangt eine neuere Version von CaptionKey${quoted(facts)}`,
    'Aktualisieren Sie CaptionKey',
  ),
  'paid-only': refusal(
    (facts) => `AssemblyAI bietet dies nur zahlenden Konten${quoted(facts)}`,
    'Hinterlegen Sie auf assemblyai.com eine Kreditkarte, oder wählen Sie ein anderes Modell',
  ),
  'proxy-login': refusal(
    ({ proxy }) =>
      proxy === ''
        ? 'Ein Proxy dieses Netzes verlangt Benutzername und Passwort'
        : `Der Proxy ${proxy} verlangt Benutzername und Passwort`,
    ({ proxy }) =>
      proxy === ''
        ? 'Tragen Sie sie in HTTPS_PROXY ein'
        : 'Tragen Sie sie in HTTPS_PROXY ein, und starten Sie dann erneut',
  ),
  'proxy-refused': refusal(
    ({ proxy, host, number }) =>
      `Der Proxy ${proxy} stellt keine Verbindung zu ${host} her (HTTP ${number})`,
    'Fragen Sie seine Verwaltung, oder tragen Sie den Host in NO_PROXY ein',
  ),
  'proxy-unreachable': refusal(
    ({ proxy, reason }) => `Der Proxy ${proxy} ist nicht erreichbar (${reason})`,
    'Prüfen Sie das Netz und HTTPS_PROXY',
  ),
  'request-too-long': refusal(
    ({ number }) => `Ihre Begriffe und der Kontext sind zu lang für dieses Netz (HTTP ${number})`,
    'Kürzen Sie sie unter Wörterbuch',
  ),
  'request-too-slow': refusal(
    ({ host, number }) => `${host} hat zu lange auf CaptionKey gewartet (HTTP ${number})`,
    checkInternet,
  ),
  'service-busy': refusal(
    ({ host, number }) => `${host} kann gerade nicht antworten (HTTP ${number})`,
    'Warten Sie 1 Minute',
  ),
  'service-fault': refusal((facts) => `AssemblyAI hat selbst eine Störung${quoted(facts)}`, ''),
  'session-cancelled': refusal(
    (facts) => `AssemblyAI hat die Sitzung abgebrochen${quoted(facts)}`,
    '',
  ),
  'session-expired': refusal('Die Sitzung hat ihre längste Dauer erreicht', ''),
  'session-idle': refusal('AssemblyAI hat die Sitzung beendet, weil nichts gesendet wurde', ''),
  'sound-rejected': refusal(
    (facts) => `AssemblyAI lehnt den Ton von CaptionKey ab${quoted(facts)}`,
    report,
  ),
  stalled: refusal(silent, checkInternet),
  'timed-out': refusal(silent, checkInternet),
  'token-expired': refusal(
    'Das AssemblyAI-Token ist abgelaufen',
    'Fügen Sie auf der Startseite einen API-Schlüssel ein',
  ),
  'too-fast': refusal((facts) => `AssemblyAI bekam den Ton zu schnell${quoted(facts)}`, ''),
  'too-many-sessions': refusal(
    'AssemblyAI erlaubt für diesen Schlüssel gerade keine weitere Sitzung',
    'Beenden Sie eine andere App damit, oder warten Sie eine Minute',
  ),
  unanswered: refusal(
    ({ host }) => `${host} bekommt Ihre Stimme, sendet aber keine Worte`,
    'Die Aufnahme bleibt, und eine neue Verbindung wird versucht',
  ),
  unpaid: refusal(
    (facts) => `AssemblyAI hat eine Zahlung nicht erhalten${quoted(facts)}`,
    'Prüfen Sie Ihre Abrechnung auf assemblyai.com',
  ),
  unreachable: refusal(
    ({ host, reason }) => `${host} ist nicht erreichbar (${reason})`,
    checkInternet,
  ),
  untrusted: refusal(
    ({ host, reason }) => `Das Zertifikat für ${host} ist nicht vertrauenswürdig (${reason})`,
    'Melden Sie sich im Browser bei diesem Netz an, oder fragen Sie seine Verwaltung',
  ),
  'wrong-address': refusal(
    ({ host, number }) => `${host} hat keinen solchen Dienst (HTTP ${number})`,
    'Prüfen Sie CAPTIONKEY_STREAMING_URL, falls gesetzt; aktualisieren Sie sonst CaptionKey',
  ),
  'wrong-key': refusal('AssemblyAI hat diesen Schlüssel abgelehnt', 'Prüfen Sie ihn'),
};
