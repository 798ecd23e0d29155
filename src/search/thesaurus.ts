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
return returned repatriated repatriation
transfer handover
wants wishes desires hopes
willing ready prepared
plans intends intention
reason cause motive
caused triggered
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
place location site spot whereabouts
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
message text
talks negotiations meeting discussions consultations
met meeting visited visit
travelled travel journey trip
arrived arrival reached
left departed departure
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
exchange return
close closer closeness ties relations
citizen citizens citizenship
national nationals nationality
law legal legislation
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
site facility plant
clothes clothing
food meals fed
drink water
drone drones uav
guns artillery howitzers
leaflet pamphlet
expert analyst specialist
report study survey
estimate estimated assessment
unconfirmed unverified
verified checked confirmed
anonymous unnamed unidentified
currently present
earlier previously before already
`;

/** The groups, each as its words. */
export const THESAURUS: readonly (readonly string[])[] = GROUPS.trim()
  .split('\n')
  .map((line) => line.split(' '));
