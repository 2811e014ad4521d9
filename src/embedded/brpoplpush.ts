import { type CommandDefinition, redisCommandDefinitions } from 'js-redis-server/core';

/** `BRPOPLPUSH source destination timeout`: source, destination and timeout are its arguments. */
const ARGUMENTS = 3;
const [FROM, TO] = [Buffer.from('RIGHT'), Buffer.from('LEFT')];

/** Bull waits for jobs with BRPOPLPUSH, which js-redis-server lacks; it is BLMOVE from the right to the left. */
export const brpoplpush: CommandDefinition = defineByBlmove();

function defineByBlmove(): CommandDefinition {
  const blmove = redisCommandDefinitions.find(({ name }) => name === 'blmove');
  if (blmove === undefined) throw new Error('js-redis-server has no BLMOVE, on which BRPOPLPUSH is built.');
  return {
    name: 'brpoplpush',
    flags: blmove.flags,
    keys: (args) => blmove.keys(args),
    execute: (args, context) => blmove.execute(args, context),
    schema: {
      parse: (input, index, context) => {
        const [source, destination, ...timeout] = input.slice(index, index + ARGUMENTS);
        const moved = [source, destination, FROM, TO, ...timeout].filter((token) => token !== undefined);
        const { value } = blmove.schema.parse(moved, 0, context);
        return { value, nextIndex: index + ARGUMENTS };
      },
    },
  };
}
