/** Forms that a stemmer leaves apart, each with the word it belongs to. A line: the word, then its forms. */
const FORMS = `
say said says
tell told
hold held
send sent
meet met
take took taken
give gave given
fight fought
go went gone
come came
see saw seen
know knew known
begin began begun
break broke broken
bring brought
build built
buy bought
catch caught
choose chose chosen
deal dealt
die died dying
draw drew drawn
drive drove driven
fall fell fallen
feed fed
feel felt
find found
flee fled
fly flew flown
forbid forbade forbidden
forget forgot forgotten
freeze froze frozen
get got gotten
grow grew grown
hang hung
hear heard
hide hid hidden
keep kept
lead led
leave left
lend lent
lose lost
make made
mean meant
pay paid
plead pled
rise rose risen
seek sought
sell sold
shoot shot
show shown
shut shuts
sink sank sunk
speak spoke spoken
spend spent
stand stood
steal stole stolen
strike struck stricken
swear swore sworn
teach taught
think thought
throw threw thrown
understand understood
wear wore worn
win won
withdraw withdrew withdrawn
write wrote written
man men
woman women
child children
person people persons
close closer closest
near nearer nearest
journalist reporter reporters
`;

/** An irregular form and the word it is a form of: "sent" is "send". */
export const IRREGULAR_FORMS: ReadonlyMap<string, string> = new Map(
  FORMS.trim()
    .split('\n')
    .flatMap((line) => {
      const [word = '', ...forms] = line.split(' ');
      return forms.map((form) => [form, word] as const);
    }),
);
