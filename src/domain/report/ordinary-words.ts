// Words that stand in titles all the time, and that companies are called by as well: Next, Target, Orange. Lower case,
// without accents.
const WORDS = `
a able about above access account action active after again agenda agile alert all alpha amber an and any apple april arrow art
as ask asset at atlas august aurora auto balance bank base beacon bear best beta better big bill bird black block blue board bold
book box brand bridge bright brown budget build business by cafe call can canvas capital care case cash catalyst center central
centre chain change channel chart check chief circle city class clean clear click client close cloud club coach code coffee color
common compass concept contact content context control copy core corner cost could course craft create creative credit cross
crown current custom data date day deal december deep delivery delta demo design desk dev digital direct discovery do dock domain
done door down draft drive due eagle early earth east easy echo edge edit eight element email energy engine event every express
eye factory fall family fast february field fifth figures file film final finance find fire first fit five flash fleet flex flow
focus food for form forum forward foundation fountain four fox frame free fresh friday from front fuel full fund future gain game
garden gate gather general get global go goal gold good grand graph green grid ground group grow growth guide hand harbor have head
health heart help here high hill home horizon house how hub human idea ideal image impact in index insight inside interface is it
item january join journal july june jump just keep key kit lab labs lane large last launch law leader leaf lean learn level light
like line link lion list little live local logic long look loop lumen made magic mail main make manager map march mark market master
match matter may me media meet meeting mesh metric mill mind mine mint mobile model modern moment monday money month moon more
morning motion mountain move music my native nature near need net network new news next nine no node north nova november now number
oak ocean october of off offer office ok old on one online open option or orange orbit order origin other our out over own page
paid paper park part partner party pass path pay peak people phase phone photo pilot pink place plan planet plant platform play plus
point pool port post power press price prime print pro process product profit program progress project promise proof pulse pure
purple quality quarter question quick rain range rapid ready real record red reach release report request research rest result
return review right ring rise river road rock roof room root round route run safe sail sale sand saturday save scale school scope
score sea search second security see sense september server service set seven shape share sharp shell shift ship shop short show
side sight sign signal silver simple site six sky slides small smart snow social soft software solar solid solution source south
space spark speed spirit sport spot spring square stack staff stage star start state station status stay step stone store storm
story stream street strong studio style success summer summit sun sunday support sure swift switch system table talent talk target
task team tech technology ten test text the then third this three thursday tide tiger time to today together tomorrow tool top
total touch tower town track trade train travel tree trend true trust tuesday turn two under union unit unity up update us use user
value vector venture version video view village vision visit voice wave way we web website wednesday week well west wheel white wide
will win wind window winter wire wise with wolf wood word work works workshop world write year yellow yes you young your zero zone
angebot bericht neu haus licht morgen plan punkt stadt stern termin weg welt werk ziel zeit zukunft
demain avenir bleu monde nouveau offre point projet rapport soleil temps ville
camino casa cielo futuro luz manana mundo nuevo oferta proyecto punto sol tiempo
`;

const ORDINARY: ReadonlySet<string> = new Set(WORDS.trim().split(/\s+/));

/** Whether a word, in lower case and without accents, stands in texts where nobody of that name is meant. */
export function isOrdinaryWord(word: string): boolean {
  return ORDINARY.has(word) || /^\d+$/.test(word) || [...word].length < LEAST;
}

/** So few letters are a word of some language more often than a name. */
const LEAST = 3;
