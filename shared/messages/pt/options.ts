import type { Messages } from '../index.ts';
import { modelFacts } from '../../models.ts';
import type { SpeechModel } from '../../speech-model.ts';

const model = (id: SpeechModel, hint: string) => ({ label: modelFacts[id].name, hint });

export const settingOptions: Messages['settingOptions'] = {
  speechModel: {
    'u3-rt-pro': model(
      'u3-rt-pro',
      'Inglês, espanhol, alemão, francês, italiano e português, mesmo misturados. Escreve como uma pessoa.',
    ),
    'universal-3-5-pro': model(
      'universal-3-5-pro',
      '19 idiomas: esses seis, árabe, catalão, dinamarquês, holandês, finlandês, hebraico, hindi, japonês, mandarim, norueguês, sueco, turco e vietnamita.',
    ),
    'universal-3-6-pro': model(
      'universal-3-6-pro',
      '32 idiomas: esses 19, africâner, cantonês, estoniano, galego, coreano, marati, norueguês nynorsk, persa, romeno, russo, urdu, xhosa e zulu.',
    ),
    'universal-streaming-english': model(
      'universal-streaming-english',
      'Só inglês. As palavras mostradas nunca mudam. Não usa o contexto.',
    ),
    'universal-streaming-multilingual': model(
      'universal-streaming-multilingual',
      'O mesmo para inglês, espanhol, alemão, francês, italiano e português.',
    ),
    'whisper-rt': model(
      'whisper-rt',
      'Mais 99 idiomas, detectados automaticamente. As primeiras palavras levam alguns segundos. Não usa contexto, termos nem pausas.',
    ),
  },
  region: {
    global: { label: 'A mais próxima', hint: 'Onde a AssemblyAI responde antes.' },
    us: { label: 'Estados Unidos', hint: 'Sua fala fica lá.' },
    eu: { label: 'União Europeia', hint: 'Sua fala fica lá.' },
  },
  latencyMode: {
    unset: { label: 'Como no modelo', hint: 'Equilibrado.' },
    min_latency: { label: 'Rapidez', hint: 'As frases terminam antes.' },
    balanced: { label: 'Equilibrado', hint: 'Para quase tudo.' },
    max_accuracy: {
      label: 'Precisão',
      hint: 'Espera mais, para que números e endereços fiquem inteiros.',
    },
  },
  voiceFocus: {
    unset: { label: 'Não', hint: 'O som é enviado sem mudanças.' },
    'near-field': {
      label: 'Fone de ouvido',
      hint: 'Remove ruído e outras vozes. A AssemblyAI cobra US$ 0,10 a mais por hora.',
    },
    'far-field': { label: 'Sala', hint: 'Para um microfone mais distante. Mesmo preço.' },
  },
  insertion: {
    paste: { label: 'Colar no cursor', hint: 'Depois, o que você copiou é restaurado.' },
    clipboard: {
      label: 'Só copiar',
      hint: 'Nada é digitado. Você mesmo cola.',
    },
  },
  captionsFont: {
    system: { label: 'Sistema', hint: 'A fonte da área de trabalho.' },
    sans: { label: 'Sem serifa', hint: 'Letras simples.' },
    serif: { label: 'Com serifa', hint: 'Letras como em um livro.' },
    monospace: { label: 'Monoespaçada', hint: 'Todas as letras têm a mesma largura.' },
  },
  captionsPlace: {
    free: { label: 'Onde você arrastar', hint: 'Lembrado em cada tela.' },
    top: { label: 'Em cima', hint: 'No meio da borda superior. Arrastá-las desfaz isso.' },
    bottom: { label: 'Embaixo', hint: 'No meio da borda inferior. Arrastá-las desfaz isso.' },
  },
  captionsSource: {
    microphone: { label: 'Microfone', hint: 'O que se diz perto deste computador.' },
    computer: {
      label: 'Som do computador',
      hint: 'O que outros programas tocam, como uma chamada ou um vídeo.',
    },
    both: {
      label: 'Ambos',
      hint: 'Duas conexões, então você paga o dobro do tempo. “Dados e custo” conta ambas.',
    },
  },
  recordingRetention: {
    'until-stored': {
      label: 'Excluir após transcrever',
      hint: 'Uma gravação sem texto fica até você excluí-la.',
    },
    week: { label: 'Manter por uma semana', hint: 'Neste computador, só você pode ler.' },
    forever: { label: 'Manter', hint: 'Cerca de 115 MB por hora.' },
  },
};
