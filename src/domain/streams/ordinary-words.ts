// Words that stand in titles all the time, and that companies are called by as well: Next, Target, Orange; and what companies do:
// Analytics, Joinery. Lower case, without accents, and without the s of several.
const WORDS = `
a able about above access account accounting action active advisor advisory after again agency agenda agile alert all alpha an
analysis analytics and any apple april architect arrow art as ask asset associate at august auto bakery balance bank barber base
best beta better big bill bird black block blue board bold book box brand brewery bridge bright brother brown budget build
builder business by cafe call can canvas capital care case cash catering center central centre chain change channel chart check
chief circle city class clean clear click client clinic close cloud club coach code coffee college color common company compass
concept construction consult consultancy consultant consulting contact content context control copy core corner corporation cost
could course craft create creative credit cross crown current custom data date day deal december deep delivery demo dental
dentist design desk dev digital diner direct discovery do dock domain done door down draft drive due early earth east easy edge
edit eight electric electronic element email energy engine enterprise equipment estate event every express eye fabric factory
fall family farm fashion fast february field fifth figures file film final finance find fire first fit fitness five flash fleet
flex florist flow focus food for form forum forward foundation fountain four frame free fresh friday from front fuel full fund
furniture future gain gallery game garden gate gather general get global go goal gold good grand graph green grid ground group
grow growth guide gym hair hand harbor have head health heart help here high hill holding home horizon hospital hotel house how
hub human idea ideal image impact in index industries industry inside insight institute insurance interface international
investment is it item its january join joinery journal july jump june just keep key kit kitchen lab laboratory labs landscape
lane large last launch laundry law lawyer leader leaf lean learn legal level library light like line link lion list little live
local logic logistics long look loop machine made magic mail main maintenance make management manager manufacturing map march
marine mark market marketing master match matter may me media medical meet meeting mesh metric mill mind mine ministry mint
mobile mobility model modern moment monday money month moon more morning motion motor mountain move museum music my native
nature near need net network new news next nine no node north november now number oak ocean october of off offer office ok old
on one online open optic option or orange order origin other our out over own packaging page paid paint painting paper park part
partner party pass path pay peak people pharma pharmacy phase phone photo photography pilot pink place plan planet plant
platform play plumbing plus point pool port post power press price prime print printing pro process product production profit
program progress project promise proof property publishing pure purple quality quarter question quick rain range rapid reach
ready real record recruiting red release repair report request research rest restaurant result retail return review right ring
rise river road rock roof room root round route run safe sail sale salon sand saturday save scale school science scope score sea
search second security see sense september server service set seven shape share sharp shell shift ship shipping shoe shop short
show side sight sign signal silver simple site six sky slides small smart snow social soft software solar solid solution son
source south space spark speed spirit sport spot spring square stack staff staffing stage star start state station status stay
step stone store storm story stream street strong studio style success summer summit sun sunday supplies supply support sure
surgery swift switch system table talent talk target task taxi team tech technology telecom ten test text textile the theater
theatre then third this three thursday tide time to today together tomorrow tool top total touch tower town toy track trade
trading train translation transport travel tree trend true trust tuesday turn two under union unit university up update us use
user value venture version vet video view village vision visit voice warehouse water wave way we web website wednesday week well
west wheel white wide will win wind window wine winter wire wise with wood word work works workshop world write year yellow yes
yoga you young your zero zone
angebot apotheke auf aus backerei bau bei beratung bericht das dem den der die fur gasthaus gebruder gruppe handel haus kanzlei
licht mit morgen neu plan praxis punkt schule sohne stadt stern stiftung technik termin tischlerei und verein verlag von weg
welt werk werkstatt zeit ziel zukunft zum zur
agence atelier aux avec avenir bleu boulangerie bureau cabinet conseil demain des fils frere groupe les maison monde musee
nouveau offre par pharmacie point pour projet rapport soleil sur temps une ville
camino casa cielo clinica con consultoria del empresa escuela futuro grupo hermano hijo las los luz manana mundo nuevo oferta
panaderia para por proyecto punto sol tiempo tienda una
`;

const ORDINARY: ReadonlySet<string> = new Set(WORDS.trim().split(/\s+/));

/** Whether a word, in lower case and without accents, stands in texts where nobody of that name is meant. */
export function isOrdinaryWord(word: string): boolean {
  return (
    ORDINARY.has(word) ||
    ORDINARY.has(word.replace(/s$/, '')) ||
    /^\d+$/.test(word) ||
    [...word].length < LEAST
  );
}

/** So few letters are a word of some language more often than a name. */
const LEAST = 3;
