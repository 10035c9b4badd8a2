/** Those with a domain for each country: the name that all of them begin with. */
const IN_MANY_COUNTRIES = [
  'yahoo',
  'hotmail',
  'live',
  'outlook',
  'gmx',
  'msn',
  'ymail',
  'googlemail',
  'yandex',
];

/** Domains under which a country's providers are, besides the country itself. */
const COUNTRY = /^(?:com?|net)?(?:\.?[a-z]{2})?$/;

const PROVIDERS: ReadonlySet<string> = new Set(
  `gmail.com googlemail.com icloud.com me.com mac.com aol.com aim.com rocketmail.com passport.com
  proton.me protonmail.com protonmail.ch pm.me tutanota.com tutanota.de tuta.io tuta.com tutamail.com keemail.me
  fastmail.com fastmail.fm hey.com zoho.com zohomail.com zohomail.eu mail.com email.com usa.com inbox.com hushmail.com
  runbox.com mailfence.com posteo.de posteo.net posteo.eu mailbox.org disroot.org riseup.net startmail.com duck.com
  web.de freenet.de t-online.de arcor.de vodafone.de vodafonemail.de kabelmail.de online.de email.de mail.de gmx.net
  freemail.de unitybox.de bluewin.ch hispeed.ch sunrise.ch swissonline.ch gmx.org aon.at chello.at
  orange.fr wanadoo.fr free.fr laposte.net sfr.fr neuf.fr bbox.fr numericable.fr club-internet.fr aliceadsl.fr
  libero.it virgilio.it alice.it tin.it tim.it tiscali.it fastwebnet.it inwind.it iol.it
  telefonica.net terra.es ya.com sapo.pt telenet.be skynet.be proximus.be ziggo.nl kpnmail.nl planet.nl xs4all.nl
  home.nl hetnet.nl casema.nl upcmail.nl btinternet.com btopenworld.com virginmedia.com ntlworld.com blueyonder.co.uk
  sky.com talktalk.net talk21.com tiscali.co.uk eircom.net comcast.net verizon.net att.net sbcglobal.net bellsouth.net
  cox.net charter.net earthlink.net optonline.net frontier.com centurylink.net juno.com netzero.net windstream.net
  roadrunner.com rr.com shaw.ca rogers.com sympatico.ca bell.net videotron.ca telus.net bigpond.com bigpond.net.au
  optusnet.com.au iinet.net.au tpg.com.au xtra.co.nz uol.com.br bol.com.br terra.com.br ig.com.br
  qq.com 163.com 126.com yeah.net sina.com sina.cn sohu.com foxmail.com aliyun.com 139.com 189.cn naver.com hanmail.net
  daum.net kakao.com nate.com docomo.ne.jp ezweb.ne.jp softbank.ne.jp nifty.com biglobe.ne.jp rediffmail.com
  mail.ru bk.ru inbox.ru list.ru internet.ru rambler.ru ya.ru yandex.com ukr.net i.ua meta.ua
  wp.pl o2.pl onet.pl onet.eu op.pl interia.pl interia.eu gazeta.pl tlen.pl poczta.fm seznam.cz email.cz centrum.cz
  post.cz azet.sk zoznam.sk freemail.hu citromail.hu abv.bg mail.bg telia.com bredband.net spray.se comhem.se online.no
  tele2.no mail.dk jubii.dk kolumbus.fi luukku.com suomi24.fi inbox.lv mail.ee walla.co.il`
    .trim()
    .split(/\s+/),
);

/** Whether a domain (in lower case) gives addresses to anybody, so that they say nothing about where somebody works. */
export function isPublicProvider(domain: string): boolean {
  if (PROVIDERS.has(domain)) return true;
  const [name = '', ...rest] = domain.split('.');
  return IN_MANY_COUNTRIES.includes(name) && rest.length > 0 && COUNTRY.test(rest.join('.'));
}
