/** The files of a new resource, each with its path from the root of the checkout. */
export function skeletonFiles(names) {
  const { folder, singular } = names;
  const at = (file) => `src/resources/${folder}/${file}`;
  return [
    [at(`${folder}.resource.ts`), descriptionFile(names)],
    [at(`${singular}.entity.ts`), entityFile(names)],
    [at(`${folder}.controller.ts`), controllerFile(names)],
    [at(`${folder}.module.ts`), moduleFile(names)],
    [at(`fixtures/ok/${folder}-with-and-without-a-description.csv`), rightFile(names)],
    [at(`fixtures/not-ok/two-rows-with-one-identifier-and-one-without-a-name.csv`), wrongFile(names)],
    [at(`fixtures/not-ok/two-rows-with-one-identifier-and-one-without-a-name.errors.json`), WRONG],
    [names.migrationFile, migrationFile(names)],
  ];
}

const descriptionFile = ({ name, title, noun, entity, singular, description }) => `
import { defineResource } from '../../catalog/define-resource';
import { identifier, text } from '../../catalog/field';
import { ${entity} } from './${singular}.entity';

export const ${description} = defineResource({
  name: '${name}',
  title: '${title}',
  noun: '${noun}',
  table: '${name}',
  entity: ${entity},
  naturalKey: ['identifier'],
  identifiedBy: 'identifier',
  fields: {
    identifier: identifier({
      required: true,
      describe: 'Your own identifier of the ${noun}, unique in the workspace.',
      example: '${singular}-1',
    }),
    name: text({ required: true, max: 1_000, describe: 'Name to show.', example: 'The first ${noun}' }),
    description: text({ max: 1_000, describe: 'What there is to say of it.', example: 'An example' }),
  },
  search: ['name', 'identifier'],
});
`;

const entityFile = ({ name, title, entity }) => `
import { Column, Entity, Index } from 'typeorm';
import { RecordEntity } from '../../records/record.entity';

/** Storage of ${title.toLowerCase()}. */
@Entity('${name}')
@Index('${name}_identifier_unique', ['workspaceId', 'identifier'], { unique: true })
export class ${entity} extends RecordEntity {
  @Column('text')
  identifier!: string;

  @Column('text')
  name!: string;

  @Column('text', { nullable: true })
  description!: string | null;
}
`;

const controllerFile = ({ folder, title, description, controller }) => `
import { WorkspaceController } from '../../auth/decorators';
import { recordsController } from '../../records/records-controller';
import { ${description} } from './${folder}.resource';

@WorkspaceController('${folder}', '${title}')
export class ${controller} extends recordsController(${description}) {}
`;

const moduleFile = ({ folder, title, singular, entity, description, controller, module }) => `
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { RecordsModule } from '../../records/records.module';
import { ${entity} } from './${singular}.entity';
import { ${controller} } from './${folder}.controller';
import { ${description} } from './${folder}.resource';

/** ${title}. */
@Module({
  imports: [TypeOrmModule.forFeature([${entity}]), RecordsModule],
  controllers: [${controller}],
})
export class ${module} {
  static readonly resources = [${description}];
}
`;

const migrationFile = ({ name, title, migration }) => `
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { enableRls } from './support/v1/row-level-security';
import { setWorkspaceStatistics } from './support/v1/workspace-statistics';

/** ${title}. */
export class ${migration} implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(\`
      CREATE TABLE ${name} (
        id           uuid NOT NULL DEFAULT almagest_new_id(),
        workspace_id uuid NOT NULL REFERENCES workspaces (id),
        identifier   text COLLATE "C" NOT NULL,
        name         text COLLATE "C" NOT NULL,
        description  text COLLATE "C",
        archived_at  timestamptz,
        created_at   timestamptz NOT NULL DEFAULT now(),
        updated_at   timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (workspace_id, id),
        CONSTRAINT ${name}_identifier_unique UNIQUE (workspace_id, identifier)
      )\`);
    await enableRls(runner, '${name}');
    await setWorkspaceStatistics(runner, '${name}');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(\`DROP TABLE ${name}\`);
  }
}
`;

const rightFile = ({ singular, noun }) => `identifier,name,description
${singular}-1,The first ${noun},"Its cell holds a comma, and ""quotes"""
${singular}-2,The second ${noun},
`;

const wrongFile = ({ singular, noun }) => `identifier,name,description
${singular}-1,The first ${noun},
${singular}-2,,Without a name
${singular}-1,The first ${noun} again,
`;

const WRONG = `[
  [2, "name", "required"],
  [3, null, "duplicate_row"]
]
`;
