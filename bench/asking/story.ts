import type { Person } from '../../src/record/dossier.ts';
import type { Random } from './random.ts';
import type { World } from './world.ts';

/** What some dozen claims are about: what happened to what, where, and who had to do with it. */
export interface Story {
  /** The same for stories that a reader could not tell apart. */
  readonly key: string;
  readonly place: string;
  readonly thing: string;
  readonly event: string;
  readonly happened: string;
  readonly substance: string;
  readonly persons: readonly [Person, Person, Person];
  readonly bodies: readonly [Person, Person];
  readonly year: number;
  readonly month: number;
}

const THINGS =
  `ferry reservoir dam bridge tunnel viaduct refinery pipeline warehouse stadium hospital clinic orchard greenhouse brewery
  bakery dairy slaughterhouse quarry colliery smelter foundry shipyard drydock lighthouse harbour marina aqueduct canal sluice
  turbine windmill reactor substation transformer generator boiler furnace kiln crane gantry elevator escalator carousel
  monorail tramway funicular locomotive carriage airship helicopter glider seaplane runway hangar heliport terminal concourse
  cathedral monastery chapel synagogue mosque cemetery museum gallery library archive observatory planetarium aquarium zoo
  theatre opera cinema ballroom nightclub casino hotel hostel dormitory barracks fortress prison courthouse embassy
  school kindergarten orphanage university laboratory vaccine reagent centrifuge incubator telescope satellite antenna mast
  chimney silo granary vineyard plantation hatchery fishery cannery sawmill pulpmill tannery weavery glassworks brickyard
  cementworks landfill incinerator sewer cistern fountain bathhouse spa gymnasium velodrome racetrack icerink skilift
  cablecar toboggan parade regatta marathon festival fairground circus market arcade bazaar pharmacy ambulance minibus
  lorry tanker freighter trawler lifeboat submarine barge dredger icebreaker hovercraft catamaran yacht pontoon jetty
  breakwater seawall embankment levee culvert cutting causeway flyover underpass roundabout`.split(/\s+/);
const EVENTS = (
  'collapse:collapsed,fire:caught fire,explosion:exploded,flood:was flooded,sinking:sank,outage:failed,poisoning:was poisoned,' +
  'leak:leaked,derailment:derailed,blockade:was blockaded,theft:was robbed,outbreak:was infected,landslide:was buried,' +
  'evacuation:was evacuated,shooting:was attacked,strike:was struck,recall:was recalled,auction:was auctioned,' +
  'collision:collided,subsidence:subsided,crash:crashed,bankruptcy:went bankrupt'
)
  .split(',')
  .map((pair) => pair.split(':') as [string, string]);
const SUBSTANCES =
  'lead,arsenic,asbestos,mercury,chlorine,ammonia,benzene,methane,cadmium,cyanide,salmonella,legionella,mould,rust,radon,solvent'.split(
    ',',
  );
const FIRST_YEAR = 2005;
const YEARS = 20;

/** A story of the world. */
export function createStory(world: World, random: Random): Story {
  const place = random.pickOften(world.places);
  const thing = random.pick(THINGS);
  const [event, happened] = random.pick(EVENTS);
  return {
    key: `${place} ${thing} ${event}`,
    place,
    thing,
    event,
    happened,
    substance: random.pick(SUBSTANCES),
    persons: [random.pickOften(world.persons), random.pick(world.persons), random.pick(world.persons)],
    bodies: [random.pickOften(world.bodies), random.pick(world.bodies)],
    year: FIRST_YEAR + random.below(YEARS),
    month: 1 + random.below(12),
  };
}
