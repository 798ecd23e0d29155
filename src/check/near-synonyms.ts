import { stemOf } from '../search/analyse.ts';

/**
 * Words that copy puts for one another without changing a fact, a line a group; beside the thesaurus of finding, which
 * holds nouns mostly. Never here: words that tell apart what happened (charged, convicted), how sure it is (said,
 * confirmed) or how far it went (asked, agreed).
 */
const GROUPS = `
confirm confirms confirmed confirmation acknowledge acknowledges acknowledged acknowledgement admit admits admitted concede conceded
start starts started begin begins began begun open opens opened commence launch
end ends ended finish finished conclude close
go goes went gone going travel travels travelled travelling head heads headed
voice voiced voices express expressed expresses
see saw seen watch watched watches witness witnessed
suffer suffered suffers
become became becomes grow grew grown get got
big large huge heavy substantial considerable great major sizeable significant
small little minor slight
live lives lived reside settle resettle
home homes homeland
fallen dead killed
comrade comrades fellow fellows colleague
take took taken accept accepts accepted
held custody detained detention captive captives
certain sure decided determined convinced
oblige obliges obliged bind binds require requires required must
help helps helped assist assists aid support
attack attacked attacks
promise promised pledge pledged vow undertake
look looks looked appear appears appeared seem seemed seems
carry carries carried transport bring brought
keep keeps kept hold holds held
blow blew blown explode exploded detonate
need needs needed require
buy bought purchase purchased
build built construct constructed
happen happened occur occurred
stop stopped halt halted
find found discover discovered
leave left depart departed
reach reached arrive arrived
receive received get got obtain obtained
choose chose chosen pick picked select selected elect
speak spoke spoken talk talked
ask asked asks request requests requested seek seeks sought
beg begged begs plead pleaded implore
want wants wanted wish wishes wished desire desires intend intends mean means meant plan plans planned hope
fear fears feared afraid worry worried
blame blamed blames because attributed attribute due put
warn warned warns caution
let allow allowed permit permitted
cut reduce reduced lower lowered trim trimmed
raise raised lift lifted increase increased
win won gain gained
use used employ employed
show showed shown reveal revealed indicate indicated suggest
near close nearby
far distant
quick quickly fast rapid rapidly swift
job post position role
chief head boss leader
children kids
young youth
old elderly aged
wounded hurt injured
sick ill unwell
hired chartered leased rented
test tests tested examine examined check checked
replace replaced replaces substitute
pay pays paid spend spent
cost costs price
fix fixed set
fund funds funding money finance financed
rain rainfall downpour
flood floods flooding flooded
storm gale
crowd crowds
house houses home dwelling
street road
car vehicle
doctor physician medic
phone telephone
email e-mail
photo photograph picture image
film footage video
movie film documentary
paper newspaper daily
story report article
deal agreement accord pact
talks negotiations discussions
meeting meet met encounter
rule ruling verdict
letter letters note
nation country state
government authorities
troops soldiers forces men
war conflict
fight fighting battle combat
front frontline
job work
work works worked serve serves served
union workers
firm company business
staff workers employees employee worker
site place location
region area province
village town settlement
river stream
water waters
land ground soil territory
sea ocean
people residents inhabitants locals villagers
money cash
many numerous lots several
almost nearly
half halved
twice double doubled
once formerly previously
soon shortly
quickly soon
again repeat repeated repeatedly
together jointly joint
alone solely only
about regarding concerning
against versus
return returned returns back
send sends sent dispatch dispatched deploy deployed
sent repatriated returned
expect expected expects due anticipated
likely probable probably
stay stayed remain remained
move moved shift shifted relocate relocated transfer transferred
hit struck strike
destroy destroyed wreck wrecked ruin
damage damaged harm harmed
fall fell drop dropped decline declined
rise rose climb climbed
hide hid hidden conceal concealed
lose lost loses
teach taught train trained training
learn learned learnt
try tried attempt attempted attempts
fail failed
sign signed inked
publish published print printed issue issued release released air aired broadcast
write wrote written author
call called name named dub dubbed describe described term termed
think thinks thought believe believed believes reckon consider considered
know knew known aware
tell told inform informed notify
hear heard learn
answer answered answers reply replied replies respond responded response
deny denied denies
accuse accused allege alleged
sack sacked fire fired dismiss dismissed
resign resigned quit step
arrest arrested detain detained
free freed release released
prison jail
trial court
judge magistrate
lawyer attorney counsel solicitor barrister
crime offence
guard guards guarded
search searched searches
rescue rescued save saved
cover covers covered
lead leads led heads headed chair chairs run runs
join joined enlist enlisted
cross crossed crossing
turn turned
shoot shooting shot fire fired
drown drowned
sink sank sunk
burn burned burnt fire
break broke broken
collapse collapsed
ban banned prohibit prohibited
approve approved backs endorsed endorse
reject rejected rebuff rebuffed
refuse refused declined decline
agree agreed
pledge pledged
offer offered offers propose proposed
demand demanded call
complain complained complaint complaints
protest protested protests demonstrate demonstration rally
vote voted ballot
share shared shares
supply supplied provide provided give gave given
store stored keep
grow grows growth
age aged
weigh weighs weighed consider
measure measured
count counted counts tally
estimate estimated
total totals overall
average mean
share portion proportion
percent percentage
`;

const groupsOf = new Map<string, string[]>();
GROUPS.trim()
  .split('\n')
  .forEach((line, group) => {
    for (const stem of new Set(line.split(/\s+/).map(stemOf))) {
      groupsOf.set(stem, [...(groupsOf.get(stem) ?? []), `≈${group}`]);
    }
  });

/** The groups of near-synonyms that a stem is in. */
export function nearSynonyms(stem: string): readonly string[] {
  return groupsOf.get(stem) ?? [];
}
