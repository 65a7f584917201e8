import type { ProblemCode, ProblemParams } from '../../problem.ts';
import { chooseAnother } from './parts.ts';

/** Of a hotkey whose release cannot be noticed. */
const pressed = 'Até lá, pressione a tecla de ditado para começar e de novo para parar.';

export const hotkeyProblems = {
  'button-is-needed': () =>
    'Todo programa precisa dos botões esquerdo e direito do mouse. Pressione outro, ou uma tecla.',
  'button-needs-modifier': ({ modifiers }) =>
    `Programas usam o botão do meio do mouse. Pressione-o junto com ${modifiers}.`,
  'button-not-heard': () =>
    'Botões do mouse não podem ser atalhos nesta área de trabalho. Pressione uma tecla, ou faça o mouse enviar F13.',
  'chosen-in-compositor': () =>
    'No Wayland, as teclas são escolhidas nas configurações do compositor: associe-as aos comandos mostrados aqui.',
  'desktop-gone': ({ desktop }) =>
    `${desktop} não responde, então os atalhos não funcionam. Reinicie o CaptionKey.`,
  'desktop-keeps-shortcut': ({ desktop, shortcut }) =>
    `${desktop} não cede ${shortcut}. ${chooseAnother}`,
  'desktop-needs-a-key': ({ desktop }) =>
    `${desktop} não aceita um modificador sozinho. ${chooseAnother}`,
  'desktop-uses-shortcut': ({ desktop, shortcut, owner }) =>
    `${desktop} usa ${shortcut} para ${owner ?? 'outra coisa'}. ${chooseAnother}`,
  'key-impossible': ({ key }) => `${key} não pode ser um atalho. Pressione outras teclas.`,
  'key-needs-modifier': ({ modifiers }) =>
    `Você não poderia mais digitar com essa tecla. Pressione-a junto com ${modifiers}.`,
  'lone-modifier-needs-hold': () =>
    'Um modificador sozinho só pode ser segurado. Escolha antes “Segurar” ou “Automático”.',
  'media-key-accessibility': () =>
    'O macOS só cede as teclas de música com uma permissão. Permita o CaptionKey em Ajustes do Sistema › Privacidade e Segurança › Acessibilidade e abra-o de novo. Ou escolha outro atalho.',
  'no-global-keys': ({ command }) =>
    `O Wayland não dá teclas globais aos apps. Associe este comando nas configurações do compositor: ${command}`,
  'no-key-to-hold': () =>
    'Não se nota quando esta tecla é solta: pressione para começar e de novo para parar. Para segurar uma, escolha outra com Alterar.',
  'no-release-accessibility': () =>
    `O macOS esconde do CaptionKey quando as teclas são soltas. Permita em Ajustes do Sistema › Privacidade e Segurança › Acessibilidade; se já estiver ativado, encerre o CaptionKey, depois remova com − e adicione de novo. Depois abra o CaptionKey de novo. ${pressed}`,
  'no-release-display': () =>
    `O servidor X não está acessível, então não se nota quando as teclas são soltas. Abra o CaptionKey em uma sessão gráfica. ${pressed}`,
  'no-release-here': () =>
    `Aqui não se nota quando as teclas são soltas; logs/key-watch.log diz por quê. Abra o CaptionKey de novo quando isso estiver resolvido. ${pressed}`,
  'no-release-key': () => `Este teclado não tem essa tecla. ${chooseAnother} ${pressed}`,
  'no-release-record': () =>
    `Este servidor X esconde quando as teclas são soltas. Ative a extensão RECORD. ${pressed}`,
  'no-release-stopped': () =>
    `O processo que nota quando as teclas são soltas terminou várias vezes. Abra o CaptionKey de novo. ${pressed}`,
  'no-release-wayland': () =>
    'O Wayland esconde dos apps quando as teclas são soltas, então o comando inicia e para.',
  'not-a-shortcut': ({ shortcut }) => `“${shortcut}” não é um atalho. Pressione outras teclas.`,
  'only-dictation-alone': () => 'Só a tecla de ditado pode ser um modificador sozinho.',
  'shortcut-held-only': ({ shortcut }) =>
    `${shortcut} sozinho só pode ser segurado. ${chooseAnother}`,
  'shortcut-impossible': ({ shortcut }) =>
    `“${shortcut}” não pode ser um atalho aqui. ${chooseAnother}`,
  'shortcut-taken': ({ shortcut }) => `Outro app já usa ${shortcut}. ${chooseAnother}`,
} satisfies { [C in ProblemCode]?: (params: ProblemParams<C>) => string };
