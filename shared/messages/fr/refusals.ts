import type { ProblemParams } from '../../problem.ts';
import { refusalWith, type Part } from '../refusal.ts';

const refusal = refusalWith({
  startAgain: 'Redémarrez pour continuer',
  thenStartAgain: ', puis redémarrez',
});

const quoted = ({ said }: ProblemParams<'connection-lost'>): string =>
  said === '' ? '' : ` (« ${said} »)`;
const silent: Part = ({ host }) => `${host} ne répond pas`;
const checkInternet = 'Vérifiez la connexion à Internet';
const checkSettings = 'Vérifiez les paramètres ; s’ils sont bons, signalez-le';
const report = 'Signalez-le, s’il vous plaît';
const allowWebSocket = 'Demandez à l’administration du réseau d’autoriser WebSocket';

export const refusals = {
  'account-disabled': refusal(
    'Votre compte AssemblyAI est désactivé',
    'Écrivez à support@assemblyai.com',
  ),
  'account-refused': refusal(
    (facts) => `AssemblyAI a refusé la connexion${quoted(facts)}`,
    'Vérifiez votre compte sur assemblyai.com',
  ),
  'answered-otherwise': refusal(
    ({ host, reason }) => `Quelque chose sur ce réseau répond pour ${host} (${reason})`,
    'Ouvrez un navigateur et connectez-vous',
  ),
  'bad-gateway-request': refusal(
    ({ host, number }) => `${host} n’a pas compris la demande (HTTP ${number})`,
    checkSettings,
  ),
  blocked: refusal(
    ({ host }) =>
      `Quelque chose sur ce réseau répond pour ${host} et bloque les connexions en direct`,
    allowWebSocket,
  ),
  'certificate-outdated': refusal(
    ({ host, reason }) => `Le certificat présenté pour ${host} a expiré (${reason})`,
    'Vérifiez l’horloge de cet ordinateur, et ouvrez un navigateur si le réseau demande une connexion',
  ),
  'connection-lost': refusal(
    (facts) => `La connexion à ${facts.host} a été perdue${quoted(facts)}`,
    '',
  ),
  forbidden: refusal(
    ({ host, number }) => `${host} a refusé la clé d’API ou ce réseau (HTTP ${number})`,
    'Vérifiez la clé, sinon demandez à l’administration du réseau',
  ),
  http: refusal(
    ({ host, number }) => `${host} a répondu HTTP ${number}`,
    'Vérifiez CAPTIONKEY_STREAMING_URL si elle est définie ; sinon, signalez-le',
  ),
  'http-blocked': refusal(
    ({ number }) => `Quelque chose sur ce réseau bloque les connexions en direct (HTTP ${number})`,
    allowWebSocket,
  ),
  'interface-retired': refusal(
    'AssemblyAI a retiré l’interface qu’utilise CaptionKey (HTTP 410)',
    'Mettez CaptionKey à jour',
  ),
  'legally-blocked': refusal(
    ({ host, number }) => `${host} est bloqué ici pour des raisons légales (HTTP ${number})`,
    'Demandez à l’administration du réseau',
  ),
  'limit-reached': refusal(
    (facts) => `Votre compte AssemblyAI a atteint une limite${quoted(facts)}`,
    'Vérifiez son offre et ses limites sur assemblyai.com',
  ),
  'message-rejected': refusal(
    (facts) => `AssemblyAI a rejeté un paramètre ou un message${quoted(facts)}`,
    checkSettings,
  ),
  'message-too-large': refusal(
    ({ number }) => `CaptionKey a envoyé à AssemblyAI un message trop grand (${number})`,
    report,
  ),
  'model-refused': refusal(
    ({ model }) => `AssemblyAI n’offre plus ${model}`,
    ({ successor }) => `Choisissez ${successor} sous Reconnaissance`,
  ),
  'network-login': refusal(
    'Ce réseau demande une connexion',
    'Ouvrez un navigateur et connectez-vous',
  ),
  'no-credit': refusal(
    'Votre compte AssemblyAI n’a plus de crédit',
    'Rechargez-le sur assemblyai.com',
  ),
  'no-encryption': refusal(
    ({ host, reason }) => `${host} et CaptionKey n’ont aucun chiffrement en commun (${reason})`,
    'Demandez à l’administration du réseau, ou mettez CaptionKey à jour',
  ),
  'other-region': refusal(
    (facts) => `AssemblyAI n’accepte pas cette clé dans cette région${quoted(facts)}`,
    'Choisissez une autre région sous Reconnaissance',
  ),
  outdated: refusal(
    (facts) => `AssemblyAI exige une version plus récente de CaptionKey${quoted(facts)}`,
    'Mettez CaptionKey à jour',
  ),
  'paid-only': refusal(
    (facts) => `AssemblyAI réserve ceci aux comptes payants${quoted(facts)}`,
    'Ajoutez une carte bancaire sur assemblyai.com, ou choisissez un autre modèle',
  ),
  'proxy-login': refusal(
    ({ proxy }) =>
      proxy === ''
        ? 'Un proxy de ce réseau demande un nom et un mot de passe'
        : `Le proxy ${proxy} demande un nom et un mot de passe`,
    ({ proxy }) =>
      proxy === '' ? 'Mettez-les dans HTTPS_PROXY' : 'Mettez-les dans HTTPS_PROXY, puis redémarrez',
  ),
  'proxy-refused': refusal(
    ({ proxy, host, number }) => `Le proxy ${proxy} ne se connecte pas à ${host} (HTTP ${number})`,
    'Demandez à qui le gère, ou ajoutez l’hôte à NO_PROXY',
  ),
  'proxy-unreachable': refusal(
    ({ proxy, reason }) => `Le proxy ${proxy} est inaccessible (${reason})`,
    'Vérifiez le réseau et HTTPS_PROXY',
  ),
  'request-too-long': refusal(
    ({ number }) => `Vos termes et le contexte sont trop longs pour ce réseau (HTTP ${number})`,
    'Raccourcissez-les sous Dictionnaire',
  ),
  'request-too-slow': refusal(
    ({ host, number }) => `${host} a attendu CaptionKey trop longtemps (HTTP ${number})`,
    checkInternet,
  ),
  'service-busy': refusal(
    ({ host, number }) => `${host} est occupé (HTTP ${number})`,
    'Attendez une minute',
  ),
  'service-fault': refusal((facts) => `AssemblyAI a une panne interne${quoted(facts)}`, ''),
  'session-cancelled': refusal((facts) => `AssemblyAI a annulé la session${quoted(facts)}`, ''),
  'session-expired': refusal('La session a atteint sa durée maximale', ''),
  'session-idle': refusal('AssemblyAI a fini la session car rien n’était envoyé', ''),
  'sound-rejected': refusal(
    (facts) => `AssemblyAI a rejeté le son envoyé par CaptionKey${quoted(facts)}`,
    report,
  ),
  stalled: refusal(silent, checkInternet),
  'timed-out': refusal(silent, checkInternet),
  'token-expired': refusal(
    'Le jeton AssemblyAI a expiré',
    'Collez une clé d’API sur la page Accueil',
  ),
  'too-fast': refusal((facts) => `AssemblyAI a reçu le son trop vite${quoted(facts)}`, ''),
  'too-many-sessions': refusal(
    'AssemblyAI ne permet pas d’autre session pour cette clé maintenant',
    'Arrêtez une autre application qui l’utilise, ou attendez une minute',
  ),
  unanswered: refusal(
    ({ host }) => `${host} reçoit votre voix mais n’envoie aucun mot`,
    'L’enregistrement est gardé, et une autre connexion est tentée',
  ),
  unpaid: refusal(
    (facts) => `AssemblyAI n’a pas reçu un paiement${quoted(facts)}`,
    'Vérifiez votre facturation sur assemblyai.com',
  ),
  unreachable: refusal(({ host, reason }) => `${host} est inaccessible (${reason})`, checkInternet),
  untrusted: refusal(
    ({ host, reason }) => `Le certificat présenté pour ${host} n’est pas fiable (${reason})`,
    'Connectez-vous à ce réseau dans un navigateur, ou demandez à qui le gère',
  ),
  'wrong-address': refusal(
    ({ host, number }) => `${host} n’a pas ce service (HTTP ${number})`,
    'Vérifiez CAPTIONKEY_STREAMING_URL si elle est définie ; sinon, mettez CaptionKey à jour',
  ),
  'wrong-key': refusal('AssemblyAI a refusé cette clé', 'Vérifiez-la'),
};
