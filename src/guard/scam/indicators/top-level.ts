/** Top-level domains under which links in messages stand; with "http" before it any will do. */
const topLevel = new Set(
  `com net org info biz edu gov mil int io co me app dev xyz top online site shop store club live pro tech cloud space
  website link click vip icu fun life world today help support finance financial exchange money cash bank wallet crypto
  capital fund global group team agency digital network systems solutions services center company email chat social
  page pages host press news work works zone one win bid loan trade market markets ltd inc llc art bio blue red black
  pink cc tv ws gg sh so to ly gl ai ag im is it fm st su sx tk ml ga cf gq pw uk us ca au nz ie de at ch fr be nl lu
  es pt br mx ar cl pe ve ec uy py bo gr tr ru ua by kz pl cz sk hu ro bg rs hr si al mk ba me md ge am az il ae sa qa
  kw bh om jo lb eg ma dz tn ng ke gh za et ug tz in pk bd lk np th vn my sg id ph hk tw jp kr cn mo mn se no dk fi ee
  lv lt eu asia mobi name buzz lol monster quest rest bond cfd sbs mom beauty hair skin makeup cyou lat autos boats
  homes land rent sale deals express delivery tax claims legal law attorney care health zip mov foundation academy
  guru ninja rocks expert report review reviews security protection plus studio design media video game games bet
  casino fyi ink onl kim mba tips tools`.split(/\s+/),
);

/** Is this a top-level domain, or an internationalised one? */
export function isTopLevel(label: string): boolean {
  return topLevel.has(label) || label.startsWith("xn--") || /^[^a-z0-9]{2,}$/.test(label);
}
