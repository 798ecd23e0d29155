/**
 * Words that newsrooms use for one another in any story, a line a group. A group never joins words that would
 * change a fact: killed is not wounded, asked is not agreed, said is not confirmed.
 * The words of one story belong in its dossier's vocabulary instead.
 */
const GROUPS = `
killed dead died deaths fatalities perished slain
wounded injured hurt injuries wounds
casualties losses toll
missing unaccounted disappeared
soldiers troops servicemen fighters
prisoners captives detainees inmates
captured seized caught
detention custody imprisonment jail prison
detained arrested jailed imprisoned apprehended
photo photos photograph picture pictures image images pictured
video footage film clip recording
documentary film
asked requested
plea appeal request pleaded begged appealed implored
denied rejected refuted dismissed
refused declined
acknowledged admitted conceded confirmed
agreement deal accord pact
treaty pact
sent deployed dispatched deployment
gave given supplied provided delivered handed
weapons arms armament
ammunition munitions shells ammo
began started commenced launched
ended finished concluded
stalled stuck delayed blocked halted deadlock
transfer handover
wants wishes desires hopes
willing ready prepared
reason cause motive
warned cautioned warning
alleged accused accusation allegation
criticised condemned slammed blasted
praised welcomed hailed
lawmaker legislator parliamentarian deputy mp congressman senator
minister secretary
spokesman spokesperson spokeswoman
official officials
newspaper daily paper
reporter journalist correspondent
interviewed interview
magazine weekly
company firm business corporation
boss chief head leader director
employee worker staff
police officers
lawyer attorney counsel
court tribunal judge
ruling verdict judgment
trial hearing
inquiry investigation probe investigated
investigator prosecutor
protest demonstration rally march
strike walkout stoppage
election vote ballot poll
doctor physician medic
hospital clinic infirmary
medicine drug medication medicines
disease illness sickness
vaccine jab shot
victim victims
survivor survivors
family families relatives relative kin
children kids child minors
village hamlet settlement
city town municipality
border frontier
region province district oblast
building premises
home house residence
road street highway
ship vessel boat
car vehicle
plane aircraft jet
attack assault raid strike offensive
blast explosion detonation
fire blaze
crash collision accident
flood flooding floods
money funds cash funding
cost price expense
paid payment compensation
budget spending
tax levy
percent percentage
rise increase increased rose climbed grew growth
fall decrease decreased fell dropped decline
age aged old years
name named called surname identity identified
letter letters
travelled travel journey trip
arrived arrival reached
published released issued publication
statement announcement announced declared
revealed disclosed exposed
rumour rumours gossip
lie lies lying false falsehood
evidence proof
secret undisclosed confidential classified
allies allied alliance partners
enemy opponent rival
help aid assist assistance support
citizen citizens citizenship
national nationals nationality
rule regulation
right rights entitlement
fear afraid scared feared
worried concern concerns
certain sure decided decision determined
hit struck
destroyed demolished ruined
damage damaged
rescue rescued saved
search searched hunt
suspended paused halted
resigned quit stepped
fired sacked dismissed
hired appointed recruited
owner owns owned
clothes clothing
food meals fed
drink water
drone drones uav
guns artillery howitzers
leaflet pamphlet
expert analyst specialist
estimate estimated assessment
unconfirmed unverified
verified checked confirmed
anonymous unnamed unidentified
hauled pulled dragged plucked
postponed delayed deferred adjourned
cap limit ceiling maximum
truck trucks lorry lorries
skipper captain master
sank sunk sinking capsized capsize overturned
overloaded overcrowded overfull
aboard board onboard
crew crewmen sailors
passenger passengers travellers
spent cost costs spend
bill invoice
offer offered proposal proposed
settlement settled
insult insulted insulting
lawsuit suit sued litigation
accusing accused blamed blame blames
bail custody
freed released liberated
guilty culpable
fault blame responsible responsibility
mistake error blunder errors mistakes
memo memorandum
document documents papers
leak leaked leaking
apology apologised apologized sorry
regret regretted
refit refurbishment renovation overhaul conversion
repair repaired repairs fix fixed
test tested tests testing
sample samples
results findings found
contaminated contamination polluted pollution tainted
toxic poisonous
batch lot
dose doses
side-effect reaction reactions
recall recalled withdrawn withdraw
ban banned prohibited forbidden
permit licence licensed concession
land ground property
farmers peasants growers
mine quarry pit mining
tribe community communities
union league federation syndicate
members membership
demand demanded demands
march marched
clash clashes fighting fight battle combat
ceasefire truce
broke broken collapsed collapse breakdown
signed signing inked
promise promised pledge pledged vow vowed
threat threatened threats
told informed notified
leaflets flyers
share stake portion
revenue income earnings proceeds
profit profits
loan loans credit
debt debts
wage wages pay salary
hire hired recruit
quit quits resign resignation stepdown
successor replacement replaced replace
appoint named
interim acting temporary temporarily
final ultimate last
preliminary initial first
body bodies remains corpse
funeral burial
grave tomb
identify identified identification
relocated moved resettled evacuated displaced relocation
shelter housing
school college
teacher professor
student pupil students
bridge crossing
coast shore coastline
harbour port dock pier quay
wind gust gale storm
snow ice
night evening
morning dawn
size large big
wide broad
high tall
deep depth
weight heavy weigh
safe safety
careful caution cautious
hope hopes hopeful
despair distress anguish
angry anger fury furious outrage
sad grief mourning
happy joy
loyal loyalty allegiance
traitor treason betrayal betray
desert desertion deserter deserted
defect defected defection defector
escape escaped flee fled
surrender surrendered
ambush ambushed
bomb bombs bombing
missile missiles rocket rockets
gun rifle
tank tanks armour
grenade grenades
navy fleet
airforce aviation
general commander officer
spy spies espionage intelligence
agent agents operative
leads heads chairs headed chaired
danger dangerous risk risks hazard
speed pace quickly
instruction instructed instructions orders
talks negotiations discussions consultations
visited visit
repatriated repatriation
ties relations
accept accepting accepted
indicted indictment
overloaded overload overcrowded
location whereabouts located
brief briefing briefed
console consoled condolences
toll dead killed
secret secretly
radio broadcast
television tv
online internet web
phone telephone
hide hid hidden concealed conceal
give donated donate
teach trained training train
home hometown origin
wife husband spouse
mother father parent parents
son daughter
brother sister sibling
friend comrade comrades colleague colleagues mate
leader ruler president premier
king queen monarch
capital seat
parliament assembly congress legislature
party faction
opposition rivals
government administration cabinet authorities state
ministry department
agency bureau service
committee commission panel board
council chamber
scientist researcher scientists researchers
laboratory lab labs
chemical substance
vote voted
foreign overseas abroad
domestic internal
global worldwide international
local regional
sole only single
double twice
half halved
quarter fourth
total overall altogether
extra additional further
enough sufficient
lack lacking shortage
surplus excess
resume resumed
cancel cancelled
approve approved approval
reject rejection
allow allowed permitted
support supported backed backing
oppose opposed against
lose loss
cell cells
guard guards warder
injury wound
heal healed recovered recovery
deformity disfigurement scar
coerced forced compelled pressured pressure
voluntary willingly
believe believed thought
expect expected anticipates
twenties 20s
thirties 30s
forties 40s
front frontline
`;

/** The groups, each as its words. */
export const THESAURUS: readonly (readonly string[])[] = GROUPS.trim()
  .split('\n')
  .map((line) => line.split(' '));
