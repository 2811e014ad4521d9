import { type EmbeddedSettings, startEmbedded } from '../../src/embedded/start-embedded';

/**
 * A process that owns embedded servers as the app does, for tests that kill it: settings in, URLs
 * or a sentence out.
 */
const settings = JSON.parse(process.argv[2] ?? '{}') as EmbeddedSettings;

const print = (message: object): void => {
  process.send?.(message);
};

startEmbedded({ ...settings, onLost: (lost) => print({ lost }) }).then(
  ({ stop, ...servers }) => {
    process.on('message', () => void stop().then(() => process.exit()));
    print(servers);
  },
  (error: Error) => {
    print({ error: error.message });
    process.disconnect();
  },
);
