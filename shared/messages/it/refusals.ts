import type { ProblemParams } from '../../problem.ts';
import { refusalWith, type Part } from '../refusal.ts';

const refusal = refusalWith({
  startAgain: 'Avvia di nuovo per continuare',
  thenStartAgain: ', poi avvia di nuovo',
});

const quoted = ({ said }: ProblemParams<'connection-lost'>): string =>
  said === '' ? '' : ` («${said}»)`;
const silent: Part = ({ host }) => `${host} non risponde`;
const checkInternet = 'Controlla la connessione a Internet';
const checkSettings = 'Controlla le impostazioni; se sono giuste, segnalalo';
const report = 'Segnalalo, per favore';
const allowWebSocket = 'Chiedi a chi gestisce la rete di consentire WebSocket';

export const refusals = {
  'account-disabled': refusal(
    'Il tuo account AssemblyAI è disattivato',
    'Scrivi a support@assemblyai.com',
  ),
  'account-refused': refusal(
    (facts) => `AssemblyAI ha rifiutato la connessione${quoted(facts)}`,
    'Controlla il tuo account su assemblyai.com',
  ),
  'answered-otherwise': refusal(
    ({ host, reason }) => `Qualcosa in questa rete risponde al posto di ${host} (${reason})`,
    'Apri un browser e accedi',
  ),
  'bad-gateway-request': refusal(
    ({ host, number }) => `${host} non ha capito la richiesta (HTTP ${number})`,
    checkSettings,
  ),
  blocked: refusal(
    ({ host }) =>
      `Qualcosa in questa rete risponde al posto di ${host} e blocca le connessioni dal vivo`,
    allowWebSocket,
  ),
  'certificate-outdated': refusal(
    ({ host, reason }) => `Il certificato mostrato per ${host} è scaduto (${reason})`,
    'Controlla l’orologio di questo computer, e apri un browser se la rete chiede di accedere',
  ),
  'connection-lost': refusal(
    (facts) => `La connessione a ${facts.host} è andata persa${quoted(facts)}`,
    '',
  ),
  forbidden: refusal(
    ({ host, number }) => `${host} ha rifiutato la chiave API o questa rete (HTTP ${number})`,
    'Controlla la chiave, poi chiedi a chi gestisce la rete',
  ),
  http: refusal(
    ({ host, number }) => `${host} ha risposto con HTTP ${number}`,
    'Controlla CAPTIONKEY_STREAMING_URL se è impostata; altrimenti segnalalo',
  ),
  'http-blocked': refusal(
    ({ number }) => `Qualcosa in questa rete blocca le connessioni dal vivo (HTTP ${number})`,
    allowWebSocket,
  ),
  'interface-retired': refusal(
    'AssemblyAI ha ritirato l’interfaccia usata da CaptionKey (HTTP 410)',
    'Aggiorna CaptionKey',
  ),
  'legally-blocked': refusal(
    ({ host, number }) => `${host} è bloccato qui per motivi legali (HTTP ${number})`,
    'Chiedi a chi gestisce la rete',
  ),
  'limit-reached': refusal(
    (facts) => `Il tuo account AssemblyAI ha raggiunto un limite${quoted(facts)}`,
    'Controlla il piano e i limiti su assemblyai.com',
  ),
  'message-rejected': refusal(
    (facts) => `AssemblyAI ha respinto un’impostazione o un messaggio${quoted(facts)}`,
    checkSettings,
  ),
  'message-too-large': refusal(
    ({ number }) => `CaptionKey ha inviato ad AssemblyAI un messaggio troppo grande (${number})`,
    report,
  ),
  'model-refused': refusal(
    ({ model }) => `AssemblyAI non offre più ${model}`,
    ({ successor }) => `Scegli ${successor} in Riconoscimento`,
  ),
  'network-login': refusal('Questa rete chiede di accedere', 'Apri un browser e accedi'),
  'no-credit': refusal(
    'Il tuo account AssemblyAI non ha più credito',
    'Ricaricalo su assemblyai.com',
  ),
  'no-encryption': refusal(
    ({ host, reason }) => `${host} e CaptionKey non hanno una cifratura comune (${reason})`,
    'Chiedi a chi gestisce la rete, o aggiorna CaptionKey',
  ),
  'other-region': refusal(
    (facts) => `AssemblyAI non accetta questa chiave in questa regione${quoted(facts)}`,
    'Scegli un’altra regione in Riconoscimento',
  ),
  outdated: refusal(
    (facts) => `AssemblyAI richiede una versione più recente di CaptionKey${quoted(facts)}`,
    'Aggiorna CaptionKey',
  ),
  'paid-only': refusal(
    (facts) => `AssemblyAI lo offre solo agli account a pagamento${quoted(facts)}`,
    'Aggiungi una carta di credito su assemblyai.com, o scegli un altro modello',
  ),
  'proxy-login': refusal(
    ({ proxy }) =>
      proxy === ''
        ? 'Un proxy di questa rete chiede nome utente e password'
        : `Il proxy ${proxy} chiede nome utente e password`,
    ({ proxy }) =>
      proxy === '' ? 'Mettili in HTTPS_PROXY' : 'Mettili in HTTPS_PROXY, poi avvia di nuovo',
  ),
  'proxy-refused': refusal(
    ({ proxy, host, number }) => `Il proxy ${proxy} non si connette a ${host} (HTTP ${number})`,
    'Chiedi a chi lo gestisce, o metti l’host in NO_PROXY',
  ),
  'proxy-unreachable': refusal(
    ({ proxy, reason }) => `Il proxy ${proxy} non è raggiungibile (${reason})`,
    'Controlla la rete e HTTPS_PROXY',
  ),
  'request-too-long': refusal(
    ({ number }) => `I termini e il contesto sono troppo lunghi per questa rete (HTTP ${number})`,
    'Accorciali in Dizionario',
  ),
  'request-too-slow': refusal(
    ({ host, number }) => `${host} ha atteso CaptionKey troppo a lungo (HTTP ${number})`,
    checkInternet,
  ),
  'service-busy': refusal(
    ({ host, number }) => `${host} ora non può rispondere (HTTP ${number})`,
    'Attendi un minuto',
  ),
  'service-fault': refusal((facts) => `AssemblyAI ha un guasto interno${quoted(facts)}`, ''),
  'session-cancelled': refusal(
    (facts) => `AssemblyAI ha annullato la sessione${quoted(facts)}`,
    '',
  ),
  'session-expired': refusal('La sessione ha raggiunto la durata massima', ''),
  'session-idle': refusal('AssemblyAI ha chiuso la sessione perché non si inviava nulla', ''),
  'sound-rejected': refusal(
    (facts) => `AssemblyAI ha respinto il suono inviato da CaptionKey${quoted(facts)}`,
    report,
  ),
  stalled: refusal(silent, checkInternet),
  'timed-out': refusal(silent, checkInternet),
  'token-expired': refusal(
    'Il token di AssemblyAI è scaduto',
    'Incolla una chiave API nella pagina Inizio',
  ),
  'too-fast': refusal(
    (facts) => `AssemblyAI ha ricevuto il suono troppo in fretta${quoted(facts)}`,
    '',
  ),
  'too-many-sessions': refusal(
    'AssemblyAI ora non consente altre sessioni per questa chiave',
    'Ferma un’altra app che la usa, o attendi un minuto',
  ),
  unanswered: refusal(
    ({ host }) => `${host} riceve la tua voce ma non invia parole`,
    'La registrazione è conservata, e si prova una nuova connessione',
  ),
  unpaid: refusal(
    (facts) => `AssemblyAI non ha ricevuto un pagamento${quoted(facts)}`,
    'Controlla la fatturazione su assemblyai.com',
  ),
  unreachable: refusal(
    ({ host, reason }) => `${host} non è raggiungibile (${reason})`,
    checkInternet,
  ),
  untrusted: refusal(
    ({ host, reason }) => `Il certificato mostrato per ${host} non è attendibile (${reason})`,
    'Accedi a questa rete con un browser, o chiedi a chi la gestisce',
  ),
  'wrong-address': refusal(
    ({ host, number }) => `${host} non ha questo servizio (HTTP ${number})`,
    'Controlla CAPTIONKEY_STREAMING_URL se è impostata; altrimenti aggiorna CaptionKey',
  ),
  'wrong-key': refusal('AssemblyAI ha rifiutato quella chiave', 'Controllala'),
};
