/**
 * Words that newsrooms use for one another in any story, a line a group; "put_off" is two words. A group never joins
 * words that would change a fact: killed is not wounded, asked is not agreed, said is not confirmed.
 * The words of one story belong in its dossier's vocabulary instead. Lines with # are headings.
 */
const GROUPS = `
# Death and harm
killed dead died die deaths death fatalities fatal perished slain lives_lost death_toll
wounded injured hurt injuries injury wounds wound
casualties losses toll
missing unaccounted disappeared vanished
victim victims
survived survivor survivors outlived
body bodies corpse corpses
funeral burial buried
console consoled condolences comforted
grave tomb
illness sickness disease ailment ill sick unwell
symptom symptoms
infected infection infections
healed heal recovered recovery
scar deformity disfigurement
pain suffering agony
collapse collapsed fainted
drowned drowning
burned burns burnt
poisoned poisoning

# Soldiers, fighting, weapons
soldiers soldier troops troop servicemen serviceman fighters
sent deployed dispatched deployment despatched
weapons weapon arms armament armaments
ammunition munitions shells ammo rounds
missile missiles rocket rockets
gun guns rifle firearm pistol
artillery howitzers howitzer
bomb bombs bombing bombed
grenade grenades
tank tanks armour
drone drones uav unmanned
navy naval fleet
front frontline
attack attacked assault raid strike offensive
ambush ambushed
clash clashes fighting fight battle combat
ceasefire truce armistice
surrender surrendered
invaded invasion incursion
desert desertion deserter deserted
defect defected defection defector
spy spies espionage
agents agent operative operatives
prisoners prisoner captives captive detainees detainee inmates inmate
captured seized caught capture
enemy opponent adversary foe
allies allied alliance ally

# Law, police, courts
detained arrested jailed imprisoned apprehended arrest held_by_police
detention custody imprisonment jail prison behind_bars
freed released liberated let_out let_go get_out got_out
bail bailed
charged indicted indictment prosecuted charges
convicted conviction found_guilty
sentence sentenced jail_term prison_term
lawyer attorney counsel solicitor barrister represents represented
court tribunal
judge magistrate
judgment judgement verdict ruling
trial hearing
hearing hearings session
appeal appealed
lawsuit suit sued sue litigation legal_action
inquiry investigation probe investigated investigate enquiry looked_into
investigator investigators inspectors
prosecutor prosecutors
police officers cops constable
guilty culpable
blame blamed blames fault responsible responsibility
witness witnesses eyewitness
witnessed seen saw
testify testified testimony gave_evidence give_evidence
evidence proof
crime offence offense
theft stole stolen robbery robbed
fraud deception swindle
bribe bribery bribes kickback
fine fined penalty fines
illegal unlawful illegally unlawfully
breach breached violation violated broke_the_law
permit licence license licensed permission concession authorisation authorization
ban banned prohibited forbidden outlawed prohibition barred
law legislation statute
rule rules regulation regulations
rights right entitlement
suspect suspects
search searched searching hunt

# Speech and reporting
asked requested request
plea appeal request pleaded begged appealed implored
denied refuted denies denial
rejected turned_down reject rejects rejection
refused declined refuses refusal
acknowledged admitted conceded admits
confirmed verified confirms confirmation
warned cautioned warning warnings alert alerted
alleged accused accusation allegation accusing accuses
criticised criticized condemned slammed blasted denounced criticism criticises
praised hailed lauded commended
welcomed applauded
promise promised pledge pledged vow vowed promises commitment undertook undertaking
threat threatened threats threatens
apology apologised apologized sorry apologise
regret regretted regrets
explain explained explanation
announce announced announcement unveiled
statement declaration declared
reveal revealed disclosed exposed uncovered disclosure
told informed notified
leak leaked leaking
letter letters wrote_to
email emails mail
memo memorandum
document documents paperwork
report dossier
questioned interrogated interrogation heard_as
interviewed interview interviews spoke_to spoke_with talked_to talked_with talk_to speak_to
spokesman spokesperson spokeswoman spokespeople
reporter journalist correspondent
newspaper daily
magazine weekly
photo photos photograph photographs picture pictures image images pictured photographed
video footage film clip recording filmed
documentary film
rumour rumours rumor gossip
lie lies lying lied
anonymous unnamed unidentified
secret undisclosed confidential classified secretly hidden
unconfirmed unverified
estimate estimated estimates reckons reckoned
forecast predicted predicts prediction projected
expect expected expects anticipates anticipated
believe believed believes thought think thinks
insult insulted insulting
call calls telephone phone phoned rang
television tv
radio wireless
internet online web website
leaflet leaflets flyers flyer pamphlet
name named called names
survey poll surveyed questionnaire
study research researched

# Saying yes and no, deciding
agreed agreement deal accord
treaty pact
signed signing inked
talks negotiations discussions consultations negotiate negotiated
agree accept accepted accepting accepts
approve approved approval signed_off authorised authorized cleared
allow allowed permitted let allows
oppose opposed opposes objected objection objections
support supported backed backing supports backs
offer offered offers
proposal proposed proposes plan_to
demand demanded demands insisted
decided decision determined decides made_up_his_mind
certain sure
wants want wishes desires hopes wish hope
willing ready prepared
doubt doubts doubted doubtful sceptical skeptical
plan plans planned planning intends intended intention intentions
refuse rubbish waste trash
aim goal objective purpose aims
choice choose chose chosen option options pick picked selected
coerced forced compelled pressured coercion
voluntary voluntarily willingly free_will
instruction instructed instructions orders order ordered told_to
advised advice recommended recommendation recommendations
veto vetoed

# People and roles
lawmaker legislator parliamentarian deputy mp congressman senator
minister secretary
president premier head_of_state
boss chief head leader director heads leads led in_charge chairs chaired runs
executive executives manager managers management bosses
chairman chairwoman chairperson chair
mayor councillor councilor
employee employees worker workers staff workforce
doctor doctors physician medic medics surgeon gp
nurse nurses
expert experts analyst analysts specialist specialists
scientist scientists researcher researchers academic academics
engineer engineers
teacher teachers teaching professor lecturer
student students pupil pupils
farmer farmers peasants growers
driver drivers motorist
owner owners owns owned belongs
customer customers client clients consumer
resident residents inhabitants locals villagers neighbours neighbors
family families relatives relative kin next_of_kin bereaved
wife husband spouse
mother father parent parents
son daughter
brother sister sibling siblings
children child kids kid minors minor youngsters
baby infant toddler newborn
teenager teenagers teen teens teenage adolescent youth
friend friends mate
comrade comrades colleague colleagues
citizen citizens citizenship
national nationals nationality
activist activists campaigner campaigners
captain skipper master
crew crewmen sailors seamen
passenger passengers travellers
commander general
guard guards warder
member members membership
founder founded founders
author wrote written drafted
job role post occupation position works_as served served_as serves_as profession rank_and
hire hired appointed appoint recruit recruited recruitment employed worked_for works_for
fired sacked dismissed axed
resigned resign quit quits stepped_down step_down stood_down resignation
suspended suspension
successor replaced replacement replace took_over takes_over succeeded
acting interim temporary temporarily for_now caretaker
retired retirement retire

# Bodies
government administration cabinet authorities
parliament assembly congress legislature
ministry department
agency bureau
service agency
committee commission panel board
council municipality
union unions
company firm business corporation operator
party faction
opposition rivals
school college
university campus
hospital clinic infirmary
laboratory lab labs laboratories
factory plant works
charity ngo nonprofit

# Moving and places
transfer handover handed_over hand_over transferred
arrived arrival reached arrive came_to
left departed departure leave
travelled travel journey trip travelling traveled
sailing sailings voyage crossing crossings
moved relocated resettled relocation
evacuated evacuation displaced cleared_out
escape escaped flee fled
return returned go_back went_back going_back
visit visited visits visiting toured
sliding slid slide moving shifted shifting
location whereabouts located site place spot lies lain
home house residence
road street highway
border frontier
region province district oblast
building premises
city town municipality
village hamlet settlement
coast shore coastline
harbour port dock pier quay wharf
ship vessel boat
car cars vehicle vehicles
lorry lorries truck trucks
plane aircraft airplane
train trains rail railway
bus coach
bridge span
foreign overseas abroad
domestic internal
land property plot
aboard on_board onboard carrying carried
cargo freight load
shelter accommodation housing
cell cells

# Things that go wrong, and mending
crash collision accident crashed collided
disaster catastrophe tragedy
briefing briefed brief
explosion blast detonation exploded blew_up
fire blaze flames
flood flooding floods flooded
storm gale gust gusts
landslide mudslide slide
sank sunk sinking sink capsized capsize overturned capsizing
destroyed demolished ruined wrecked destruction
damage damaged damaging
broke broken breakdown broke_down malfunction fault faulty
failed failure failing fails
mistake mistakes error errors blunder wrong
flaw flaws defect defects defective shortcoming
danger dangerous risk risks hazard risky unsafe hazardous peril
safe safety
crack cracks cracked fissure
loose unsecured not_lashed unfastened
overloaded overload overcrowded too_many more_than_it_was_licensed over_the_limit
dark lights_out lights_went_out darkness blackout power_cut
leak leaks spill spilled spillage
contaminated contamination polluted pollution tainted
toxic poisonous
rescue rescued saved saving
repair repaired repairs fix fixed mended
refit refurbishment renovation overhaul
clean_up cleanup clear_up
inspect inspected inspection inspections checked checks examined examination
warning_signs alarm alarms
distress anguish despair distressed
stable stability unstable
prevent prevented preventing avoid avoided avert averted
emergency crisis
distress_call mayday sos

# Starting, stopping, changing
began started commenced launched begin start launch
ended finished concluded completed end finish complete completion
opened opening opens open first_held
closed closure shut closing shut_down closes
stalled stuck delayed blocked halted deadlock held_up holding_up
postponed postpone delayed deferred adjourned put_off pushed_back adjourn
suspended paused halted suspend stopped stop
resume resumed restarted reopened restart reopen
cancel cancelled canceled scrapped called_off
scrapped scrap dismantled broken_up
cleared clear dispersed disperse broke_up broken_up break_up breaking_up
changed change changes altered alteration
rise rose increase increased climbed grew growth growing expanding expanded expansion grow raised raise higher up_from
fall fell decrease decreased dropped decline reduced reduction cut lowered lower bring_down brought_down down_from
continue continued continues ongoing carry_on going_on
remain remained stayed stay
extend extended extension prolonged
speed pace fast quickly rapid rapidly quick less_than_a_minute under_a_minute
slow slowly slowed
early earlier sooner
late later overdue
final ultimate
initial preliminary provisional
annual yearly
daily each_day a_day per_day
last_year previous_year
built build construction constructed erected
made produced manufactured production manufacture
created set_up established formed
found discovered discovery detected
noticed spotted
lost lose
won win victory
used use usage
tested test tests testing retested trialled
trained training train trains_them
taught teach
measured measurement measure
removed remove removal taken_down took_down
installed install fitted added
attached secured fastened lashed tied
pulled hauled dragged towed
pushed shoved
hit struck
threw thrown hurled
gave given give supplied provided delivered handed donated handed_out provide supply
received receive got
sold sell sale sales
bought buy purchase purchased
swap exchange exchanged traded
shared share
mixed blended
stored kept store storage
shipped shipment shipments consignment

# Money, quantities
money funds cash funding
cost costs price expense bill
spent spend spending outlay cost costs
paid pay payment payments
salary wage wages earnings
compensation payout damages redress
settlement settled agreed_sum
set_aside put_aside provision reserves reserved earmarked
insurer insurance insured
budget budgets
tax levy taxes
loan loans credit borrowed
debt debts owed owes
profit profits
revenue income proceeds takings turnover
subsidy subsidies grant grants
donation donations donors donor
percent percentage
half halved
quarter fourth
double twice doubled
total overall altogether in_all
extra additional further
enough sufficient adequate
lack lacking shortage shortfall
surplus excess
cap limit ceiling maximum
minimum least floor
average mean
size large big
wide broad width
high tall height
deep depth
weight heavy weigh weighs weighed tonnes
length long
age aged old
amount quantity volume
several multiple numerous
majority most_of
dose doses
batch batches lot
sample samples
share stake portion
stock stocks stockpile inventory
capacity holds seats takes

# Mind and standing
fear afraid scared feared fears frightened
worried concern concerns worry worries concerned anxious
angry anger fury furious outrage outraged
sad grief mourning grieving
happy joy pleased delighted
careful caution cautious
loyal loyalty allegiance
traitor treason betrayal betray
obligation obligations duty duties
cause caused causes reason motive
result results findings conclusions outcome
effect effects impact consequence consequences
side_effect side_effects adverse_reaction reaction reactions
coming_forward come_forward came_forward
secrecy confidentiality
reputation standing_of
attention notice noticed
international global worldwide
local regional
sole only
independent impartial
public publicly
private privately
voted vote votes ballot
election elections
protest demonstration rally protested protesters demonstrators
walkout stoppage industrial_action walked_out walk_out walks_out walking_out strike strikes on_strike
boycott boycotted
identify identified identification identity
twenties 20s
thirties 30s
forties 40s

# Health and science
vaccine vaccines jab jabs vaccination vaccinated vaccinations immunisation immunization shot shots
medicine medicines drug medication drugs
trial_participants volunteers participants
recall recalled withdrawn withdraw withdrawal pulled_from
virus viruses pathogen
chemical substance compound
temperature temperatures degrees
refrigerated fridge refrigerator chilled cold_chain cooled
regulator watchdog
expired expiry expiration out_of_date

# Everyday things
clothes clothing garments
food meals fed meal
drink drinks beverage
water drinking_water
cigarettes tobacco
books reading
house_arrest confined
memorial monument commemoration
anniversary jubilee
party celebration
ticket tickets fare fares
helpline hotline support_line
noise sound loud
smell odour odor stench
mine mines mining quarry pit
stone rock rubble boulder
tree trees woodland forest
river stream
dust particles
evening night
morning dawn
`;

/** The groups, each as its words and phrases. */
export const THESAURUS: readonly (readonly string[])[] = GROUPS.trim()
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split(' ').map((phrase) => phrase.replaceAll('_', ' ')));
