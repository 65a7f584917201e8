import type { Messages } from '../index.ts';
import { modelFacts } from '../../models.ts';
import type { SpeechModel } from '../../speech-model.ts';

const model = (id: SpeechModel, hint: string) => ({ label: modelFacts[id].name, hint });

export const settingOptions: Messages['settingOptions'] = {
  speechModel: {
    'u3-rt-pro': model(
      'u3-rt-pro',
      'Inglés, español, alemán, francés, italiano y portugués, también mezclados. Escribe como una persona.',
    ),
    'universal-3-5-pro': model(
      'universal-3-5-pro',
      '19 idiomas: esos seis, árabe, catalán, danés, neerlandés, finés, hebreo, hindi, japonés, mandarín, noruego, sueco, turco y vietnamita.',
    ),
    'universal-3-6-pro': model(
      'universal-3-6-pro',
      '32 idiomas: esos 19, afrikáans, cantonés, estonio, gallego, coreano, maratí, noruego nynorsk, persa, rumano, ruso, urdu, xhosa y zulú.',
    ),
    'universal-streaming-english': model(
      'universal-streaming-english',
      'Solo inglés. Las palabras mostradas no cambian nunca. No usa el contexto.',
    ),
    'universal-streaming-multilingual': model(
      'universal-streaming-multilingual',
      'Lo mismo para inglés, español, alemán, francés, italiano y portugués.',
    ),
    'whisper-rt': model(
      'whisper-rt',
      '99 idiomas más, detectados automáticamente. Las primeras palabras tardan unos segundos. No usa contexto, términos ni pausas.',
    ),
  },
  region: {
    global: { label: 'La más cercana', hint: 'Donde AssemblyAI responda antes.' },
    us: { label: 'Estados Unidos', hint: 'Tu voz se queda allí.' },
    eu: { label: 'Unión Europea', hint: 'Tu voz se queda allí.' },
  },
  latencyMode: {
    unset: { label: 'Según el modelo', hint: 'Equilibrado.' },
    min_latency: { label: 'Rapidez', hint: 'Las frases acaban antes.' },
    balanced: { label: 'Equilibrado', hint: 'Para casi todo.' },
    max_accuracy: {
      label: 'Precisión',
      hint: 'Espera más, para que números y direcciones queden enteros.',
    },
  },
  voiceFocus: {
    unset: { label: 'No', hint: 'El sonido se envía sin cambios.' },
    'near-field': {
      label: 'Auriculares',
      hint: 'Quita el ruido y otras voces. AssemblyAI cobra 0,10 $ más por hora.',
    },
    'far-field': { label: 'Sala', hint: 'Para un micrófono más lejano. Mismo precio.' },
  },
  insertion: {
    paste: { label: 'Pegar en el cursor', hint: 'Después se restaura tu portapapeles.' },
    clipboard: {
      label: 'Copiar al portapapeles',
      hint: 'No se escribe nada. Lo pegas tú.',
    },
  },
  captionsFont: {
    system: { label: 'Sistema', hint: 'La fuente de tu escritorio.' },
    sans: { label: 'Sin serifas', hint: 'Letras sencillas.' },
    serif: { label: 'Con serifas', hint: 'Letras como en un libro.' },
    monospace: { label: 'Monoespaciada', hint: 'Todas las letras tienen el mismo ancho.' },
  },
  captionsPlace: {
    free: { label: 'Donde los arrastres', hint: 'Se recuerda en cada pantalla.' },
    top: { label: 'Arriba', hint: 'En el centro del borde superior. Arrastrarlos lo anula.' },
    bottom: { label: 'Abajo', hint: 'En el centro del borde inferior. Arrastrarlos lo anula.' },
  },
  captionsSource: {
    microphone: { label: 'Micrófono', hint: 'Lo que se dice cerca de este equipo.' },
    computer: {
      label: 'Sonido del equipo',
      hint: 'Lo que reproducen otros programas, como una llamada o un vídeo.',
    },
    both: {
      label: 'Ambos',
      hint: 'Dos conexiones, así que pagas el doble de tiempo. «Datos y coste» cuenta ambas.',
    },
  },
  recordingRetention: {
    'until-stored': {
      label: 'Eliminar al transcribir',
      hint: 'Una grabación sin texto se conserva hasta que la elimines.',
    },
    week: { label: 'Conservar una semana', hint: 'En este equipo, solo tú puedes leerlas.' },
    forever: { label: 'Conservar', hint: 'Unos 115 MB por hora.' },
  },
};
