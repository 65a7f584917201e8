import type { ProblemParams } from '../../problem.ts';
import { refusalWith, type Part } from '../refusal.ts';

const refusal = refusalWith({
  startAgain: 'Inicia de nuevo para seguir',
  thenStartAgain: ' y luego inicia de nuevo',
});

const quoted = ({ said }: ProblemParams<'connection-lost'>): string =>
  said === '' ? '' : ` («${said}»)`;
const silent: Part = ({ host }) => `${host} no responde`;
const checkInternet = 'Comprueba la conexión a internet';
const checkSettings = 'Comprueba los ajustes (si son correctos, avísanos)';
const report = 'Avísanos, por favor';
const allowWebSocket = 'Pide a quien administra la red que permita WebSocket';

export const refusals = {
  'account-disabled': refusal(
    'Tu cuenta de AssemblyAI está desactivada',
    'Escribe a support@assemblyai.com',
  ),
  'account-refused': refusal(
    (facts) => `AssemblyAI rechazó la conexión${quoted(facts)}`,
    'Comprueba tu cuenta en assemblyai.com',
  ),
  'answered-otherwise': refusal(
    ({ host, reason }) => `Algo en esta red responde por ${host} (${reason})`,
    'Abre un navegador e inicia sesión',
  ),
  'bad-gateway-request': refusal(
    ({ host, number }) => `${host} no entendió la petición (HTTP ${number})`,
    checkSettings,
  ),
  blocked: refusal(
    ({ host }) => `Algo en esta red responde por ${host} y bloquea las conexiones en directo`,
    allowWebSocket,
  ),
  'certificate-outdated': refusal(
    ({ host, reason }) => `El certificado que se muestra para ${host} ha caducado (${reason})`,
    'Comprueba el reloj de este equipo, y abre un navegador si la red pide iniciar sesión',
  ),
  'connection-lost': refusal(
    (facts) => `Se perdió la conexión con ${facts.host}${quoted(facts)}`,
    '',
  ),
  forbidden: refusal(
    ({ host, number }) => `${host} rechazó la clave de API o esta red (HTTP ${number})`,
    'Comprueba la clave, y si no, pregunta a quien administra la red',
  ),
  http: refusal(
    ({ host, number }) => `${host} respondió con HTTP ${number}`,
    'Comprueba CAPTIONKEY_STREAMING_URL si está definida; si no, avísanos',
  ),
  'http-blocked': refusal(
    ({ number }) => `Algo en esta red bloquea las conexiones en directo (HTTP ${number})`,
    allowWebSocket,
  ),
  'interface-retired': refusal(
    'AssemblyAI ha retirado la interfaz que usa CaptionKey (HTTP 410)',
    'Actualiza CaptionKey',
  ),
  'legally-blocked': refusal(
    ({ host, number }) => `${host} está bloqueado aquí por motivos legales (HTTP ${number})`,
    'Pregunta a quien administra la red',
  ),
  'limit-reached': refusal(
    (facts) => `Tu cuenta de AssemblyAI ha llegado a un límite${quoted(facts)}`,
    'Comprueba tu plan y sus límites en assemblyai.com',
  ),
  'message-rejected': refusal(
    (facts) => `AssemblyAI rechazó un ajuste o mensaje${quoted(facts)}`,
    checkSettings,
  ),
  'message-too-large': refusal(
    ({ number }) => `CaptionKey envió a AssemblyAI un mensaje demasiado grande (${number})`,
    report,
  ),
  'model-refused': refusal(
    ({ model }) => `AssemblyAI ya no ofrece ${model}`,
    ({ successor }) => `Elige ${successor} en Reconocimiento`,
  ),
  'network-login': refusal('Esta red pide iniciar sesión', 'Abre un navegador e inicia sesión'),
  'no-credit': refusal(
    'A tu cuenta de AssemblyAI no le queda saldo',
    'Recárgala en assemblyai.com',
  ),
  'no-encryption': refusal(
    ({ host, reason }) => `${host} y CaptionKey no tienen un cifrado común (${reason})`,
    'Pregunta a quien administra la red, o actualiza CaptionKey',
  ),
  'other-region': refusal(
    (facts) => `AssemblyAI no acepta esta clave en esta región${quoted(facts)}`,
    'Elige otra región en Reconocimiento',
  ),
  outdated: refusal(
    (facts) => `AssemblyAI pide una versión más nueva de CaptionKey${quoted(facts)}`,
    'Actualiza CaptionKey',
  ),
  'paid-only': refusal(
    (facts) => `AssemblyAI lo ofrece solo a cuentas de pago${quoted(facts)}`,
    'Añade una tarjeta de crédito en assemblyai.com, o elige otro modelo',
  ),
  'proxy-login': refusal(
    ({ proxy }) =>
      proxy === ''
        ? 'Un proxy de esta red pide usuario y contraseña'
        : `El proxy ${proxy} pide usuario y contraseña`,
    ({ proxy }) =>
      proxy === '' ? 'Ponlos en HTTPS_PROXY' : 'Ponlos en HTTPS_PROXY y luego inicia de nuevo',
  ),
  'proxy-refused': refusal(
    ({ proxy, host, number }) => `El proxy ${proxy} no conecta con ${host} (HTTP ${number})`,
    'Pregunta a quien lo administra, o añade el servidor a NO_PROXY',
  ),
  'proxy-unreachable': refusal(
    ({ proxy, reason }) => `No se puede acceder al proxy ${proxy} (${reason})`,
    'Comprueba la red y HTTPS_PROXY',
  ),
  'request-too-long': refusal(
    ({ number }) =>
      `Tus términos y el contexto son demasiado largos para esta red (HTTP ${number})`,
    'Acórtalos en Diccionario',
  ),
  'request-too-slow': refusal(
    ({ host, number }) => `${host} esperó demasiado a CaptionKey (HTTP ${number})`,
    checkInternet,
  ),
  'service-busy': refusal(
    ({ host, number }) => `${host} no puede responder ahora (HTTP ${number})`,
    'Espera un minuto',
  ),
  'service-fault': refusal((facts) => `AssemblyAI tiene un fallo propio${quoted(facts)}`, ''),
  'session-cancelled': refusal((facts) => `AssemblyAI canceló la sesión${quoted(facts)}`, ''),
  'session-expired': refusal('La sesión llegó a su duración máxima', ''),
  'session-idle': refusal('AssemblyAI terminó la sesión porque no se enviaba nada', ''),
  'sound-rejected': refusal(
    (facts) => `AssemblyAI rechazó el sonido que envió CaptionKey${quoted(facts)}`,
    report,
  ),
  stalled: refusal(silent, checkInternet),
  'timed-out': refusal(silent, checkInternet),
  'token-expired': refusal(
    'El token de AssemblyAI ha caducado',
    'Pega una clave de API en la página Inicio',
  ),
  'too-fast': refusal(
    (facts) => `AssemblyAI recibió el sonido demasiado rápido${quoted(facts)}`,
    '',
  ),
  'too-many-sessions': refusal(
    'AssemblyAI no permite ahora más sesiones con esta clave',
    'Detén otra app que la use, o espera un minuto',
  ),
  unanswered: refusal(
    ({ host }) => `${host} recibe tu voz pero no envía palabras`,
    'La grabación se conserva, y se intenta otra conexión',
  ),
  unpaid: refusal(
    (facts) => `AssemblyAI no ha recibido un pago${quoted(facts)}`,
    'Comprueba tu facturación en assemblyai.com',
  ),
  unreachable: refusal(
    ({ host, reason }) => `No se puede acceder a ${host} (${reason})`,
    checkInternet,
  ),
  untrusted: refusal(
    ({ host, reason }) =>
      `El certificado que se muestra para ${host} no es de confianza (${reason})`,
    'Inicia sesión en esta red con un navegador, o pregunta a quien la administra',
  ),
  'wrong-address': refusal(
    ({ host, number }) => `${host} no tiene ese servicio (HTTP ${number})`,
    'Comprueba CAPTIONKEY_STREAMING_URL si está definida; si no, actualiza CaptionKey',
  ),
  'wrong-key': refusal('AssemblyAI rechazó esa clave', 'Compruébala'),
};
