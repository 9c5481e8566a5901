import { type Fault, type Material, sentenceRule } from "./material.ts";
import { isAboutScams, ownWords, plain } from "./speech.ts";

const denial =
  /\b(?:we|our (?:agents|staff|team|support|specialists)|nobody (?:here|from \w{1,30})|\w{1,30} support)\b(?: \w{1,12}){0,2} (?:never|do not|don't|will not|won't|cannot)(?: ever)? (?:call|phone|ring|telephone|make (?:phone )?calls|offer (?:phone|telephone) support|offer support by phone)\b|\bno (?:phone|telephone) support\b|\b(?:phone|telephone) support is not (?:offered|available)\b|\bnever (?:call|phone|ring) (?:you|clients|customers|anyone|anybody)\b/;
/** What makes "we never call" true: a condition, a purpose, a manner. */
const qualified =
  /\b(?:unless|without|except|first|unasked|unannounced|uninvited|out of the blue|on our own|by surprise|before|until|earlier|later|if you|when you|to (?:ask|tell|warn|say|sell|offer|make|get|threaten|move|check)|and (?:ask|tell|say|want|demand|then)|about|because|who|other than|outside|from|on (?:whatsapp|telegram|any|weekends|a)|at (?:night|another|any)|just to|for (?:a|your|any)|cold|twice|again|otherwise|any other|asking|again|back)\b/;

/** A page says that we never call, while the policy says that we do. Advice of one year is the trap of the next. */
export function callsDenied(material: Material): Fault[] {
  const weCall = material.policies.some(({ calls }) => calls === "only_when_asked");
  return weCall ? denials(material) : [];
}

const denials = sentenceRule((sentence) => {
  const text = ownWords(sentence);
  const around = `${text} ${plain(sentence.leadIn)}`;
  if (isAboutScams(sentence.text) || qualified.test(around)) return undefined;
  return denial.exec(text)?.[0];
});
