import type { ProblemParams } from '../../problem.ts';
import { refusalWith, type Part } from '../refusal.ts';

const refusal = refusalWith({
  startAgain: 'Inicie de novo para continuar',
  thenStartAgain: ' e depois inicie de novo',
});

const quoted = ({ said }: ProblemParams<'connection-lost'>): string =>
  said === '' ? '' : ` (“${said}”)`;
const silent: Part = ({ host }) => `${host} não responde`;
const checkInternet = 'Verifique a conexão com a internet';
const checkSettings = 'Verifique as configurações (se estiverem certas, relate isto)';
const report = 'Relate isto, por favor';
const allowWebSocket = 'Peça a quem administra a rede para permitir WebSocket';

export const refusals = {
  'account-disabled': refusal(
    'Sua conta da AssemblyAI está desativada',
    'Escreva para support@assemblyai.com',
  ),
  'account-refused': refusal(
    (facts) => `A AssemblyAI recusou a conexão${quoted(facts)}`,
    'Verifique sua conta em assemblyai.com',
  ),
  'answered-otherwise': refusal(
    ({ host, reason }) => `Algo nesta rede responde por ${host} (${reason})`,
    'Abra um navegador e faça login',
  ),
  'bad-gateway-request': refusal(
    ({ host, number }) => `${host} não entendeu o pedido (HTTP ${number})`,
    checkSettings,
  ),
  blocked: refusal(
    ({ host }) => `Algo nesta rede responde por ${host} e bloqueia conexões ao vivo`,
    allowWebSocket,
  ),
  'certificate-outdated': refusal(
    ({ host, reason }) => `O certificado mostrado para ${host} expirou (${reason})`,
    'Verifique o relógio deste computador, e abra um navegador se a rede pedir login',
  ),
  'connection-lost': refusal(
    (facts) => `A conexão com ${facts.host} foi perdida${quoted(facts)}`,
    '',
  ),
  forbidden: refusal(
    ({ host, number }) => `${host} recusou a chave de API ou esta rede (HTTP ${number})`,
    'Verifique a chave, senão pergunte a quem administra a rede',
  ),
  http: refusal(
    ({ host, number }) => `${host} respondeu com HTTP ${number}`,
    'Verifique CAPTIONKEY_STREAMING_URL se estiver definida; senão, relate isto',
  ),
  'http-blocked': refusal(
    ({ number }) => `Algo nesta rede bloqueia conexões ao vivo (HTTP ${number})`,
    allowWebSocket,
  ),
  'interface-retired': refusal(
    'A AssemblyAI aposentou a interface que o CaptionKey usa (HTTP 410)',
    'Atualize o CaptionKey',
  ),
  'legally-blocked': refusal(
    ({ host, number }) => `${host} está bloqueado aqui por motivos legais (HTTP ${number})`,
    'Pergunte a quem administra a rede',
  ),
  'limit-reached': refusal(
    (facts) => `Sua conta da AssemblyAI atingiu um limite${quoted(facts)}`,
    'Verifique o plano e os limites em assemblyai.com',
  ),
  'message-rejected': refusal(
    (facts) => `A AssemblyAI rejeitou uma configuração ou mensagem${quoted(facts)}`,
    checkSettings,
  ),
  'message-too-large': refusal(
    ({ number }) => `O CaptionKey enviou à AssemblyAI uma mensagem grande demais (${number})`,
    report,
  ),
  'model-refused': refusal(
    ({ model }) => `A AssemblyAI não oferece mais ${model}`,
    ({ successor }) => `Escolha ${successor} em Reconhecimento`,
  ),
  'network-login': refusal('Esta rede pede login', 'Abra um navegador e faça login'),
  'no-credit': refusal(
    'Sua conta da AssemblyAI não tem mais crédito',
    'Recarregue em assemblyai.com',
  ),
  'no-encryption': refusal(
    ({ host, reason }) => `${host} e o CaptionKey não têm criptografia em comum (${reason})`,
    'Pergunte a quem administra a rede, ou atualize o CaptionKey',
  ),
  'other-region': refusal(
    (facts) => `A AssemblyAI não aceita esta chave nesta região${quoted(facts)}`,
    'Escolha outra região em Reconhecimento',
  ),
  outdated: refusal(
    (facts) => `A AssemblyAI exige uma versão mais nova do CaptionKey${quoted(facts)}`,
    'Atualize o CaptionKey',
  ),
  'paid-only': refusal(
    (facts) => `A AssemblyAI oferece isto só a contas pagas${quoted(facts)}`,
    'Adicione um cartão de crédito em assemblyai.com, ou escolha outro modelo',
  ),
  'proxy-login': refusal(
    ({ proxy }) =>
      proxy === ''
        ? 'Um proxy desta rede pede usuário e senha'
        : `O proxy ${proxy} pede usuário e senha`,
    ({ proxy }) =>
      proxy === ''
        ? 'Coloque-os em HTTPS_PROXY'
        : 'Coloque-os em HTTPS_PROXY e depois inicie de novo',
  ),
  'proxy-refused': refusal(
    ({ proxy, host, number }) => `O proxy ${proxy} não se conecta a ${host} (HTTP ${number})`,
    'Pergunte a quem o administra, ou inclua o host em NO_PROXY',
  ),
  'proxy-unreachable': refusal(
    ({ proxy, reason }) => `O proxy ${proxy} não está acessível (${reason})`,
    'Verifique a rede e HTTPS_PROXY',
  ),
  'request-too-long': refusal(
    ({ number }) => `Seus termos e o contexto são longos demais para esta rede (HTTP ${number})`,
    'Encurte-os em Dicionário',
  ),
  'request-too-slow': refusal(
    ({ host, number }) => `${host} esperou demais pelo CaptionKey (HTTP ${number})`,
    checkInternet,
  ),
  'service-busy': refusal(
    ({ host, number }) => `${host} não pode responder agora (HTTP ${number})`,
    'Espere um minuto',
  ),
  'service-fault': refusal((facts) => `A AssemblyAI tem uma falha própria${quoted(facts)}`, ''),
  'session-cancelled': refusal((facts) => `A AssemblyAI cancelou a sessão${quoted(facts)}`, ''),
  'session-expired': refusal('A sessão atingiu a duração máxima', ''),
  'session-idle': refusal('A AssemblyAI encerrou a sessão porque nada era enviado', ''),
  'sound-rejected': refusal(
    (facts) => `A AssemblyAI rejeitou o som que o CaptionKey enviou${quoted(facts)}`,
    report,
  ),
  stalled: refusal(silent, checkInternet),
  'timed-out': refusal(silent, checkInternet),
  'token-expired': refusal(
    'O token da AssemblyAI expirou',
    'Cole uma chave de API na página Início',
  ),
  'too-fast': refusal((facts) => `A AssemblyAI recebeu o som rápido demais${quoted(facts)}`, ''),
  'too-many-sessions': refusal(
    'A AssemblyAI não permite mais sessões com esta chave agora',
    'Pare outro app que a use, ou espere um minuto',
  ),
  unanswered: refusal(
    ({ host }) => `${host} recebe sua voz, mas não envia palavras`,
    'A gravação é mantida, e outra conexão é tentada',
  ),
  unpaid: refusal(
    (facts) => `A AssemblyAI não recebeu um pagamento${quoted(facts)}`,
    'Verifique a cobrança em assemblyai.com',
  ),
  unreachable: refusal(
    ({ host, reason }) => `${host} não está acessível (${reason})`,
    checkInternet,
  ),
  untrusted: refusal(
    ({ host, reason }) => `O certificado mostrado para ${host} não é confiável (${reason})`,
    'Faça login nesta rede com um navegador, ou pergunte a quem a administra',
  ),
  'wrong-address': refusal(
    ({ host, number }) => `${host} não tem esse serviço (HTTP ${number})`,
    'Verifique CAPTIONKEY_STREAMING_URL se estiver definida; senão, atualize o CaptionKey',
  ),
  'wrong-key': refusal('A AssemblyAI recusou essa chave', 'Verifique-a'),
};
