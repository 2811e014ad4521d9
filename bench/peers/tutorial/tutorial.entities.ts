import { Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** An instrument of the peers. */
@Entity('instruments')
export class TutorialInstrument {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('text')
  identifier!: string;
}

/** A series of the peers. */
@Entity('series')
export class TutorialSeries {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('text')
  identifier!: string;
}

/** A value of the peers: the table of the hand-written script. */
@Entity('point_values')
@Unique(['instrument_id', 'type_id', 'timestamp'])
export class TutorialValue {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  instrument_id!: string;

  @Column('uuid')
  type_id!: string;

  @Column('timestamptz')
  timestamp!: string;

  @Column('numeric')
  value!: string;
}
