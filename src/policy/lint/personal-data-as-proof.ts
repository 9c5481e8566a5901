import { sentenceRule } from "./material.ts";
import { isAboutScams, isRefusing, ownWords } from "./speech.ts";

const datum =
  "(?:(?:full |real |first |last |own )?name|post ?code|zip code|date of birth|birthday|birth date|last (?:four|4|three|3) digits|account number|account id|balance|home address|street address|postal address|phone number|card number|personal (?:data|details|information|facts)|details about you|recent (?:trade|transaction|withdrawal|deposit)s?)";
const carry =
  "(?:contains?|includes?|addresse?s?|uses?|quotes?|knows?|mentions?|greets?|shows?|carry|carries|begins?|starts?|has|have|states?|repeats?|gives?|tells?|reads?)";
const channel = "(?:emails?|calls?|callers?|messages?|texts?|sms|agents?|specialists?|notices?)";
const isUs =
  "(?:(?:it )?is (?:really )?us|it's (?:really )?us|really us|genuine|from us|be sure|can trust|is real|one of ours|is safe|authentic)";

const marks = new RegExp(
  [
    `\\b(?:genuine|authentic|legitimate|real)\\b.{0,25}\\b${channel}\\b.{0,50}\\b${carry}\\b.{0,60}\\b${datum}\\b`,
    `\\bour ${channel}\\b.{0,20}\\b(?:always|must|will)\\b.{0,20}\\b${carry}\\b.{0,60}\\b${datum}\\b`,
    `\\b(?:because|if|as|since|when|who)\\b.{0,50}\\b${carry}\\b.{0,40}\\b${datum}\\b.{0,60}\\b${isUs}\\b`,
    `\\b${isUs}\\b.{0,40}\\b(?:because|if|as|since|when|by|who|that)\\b.{0,50}\\b(?:${carry}|telling|quoting|naming)\\b.{0,40}\\b${datum}\\b`,
    `\\b(?:prove|proves|verify|verifies|confirm|confirms)\\b.{0,30}\\b(?:we|us|who we are|ourselves|is calling)\\b.{0,50}\\b(?:by|with|because)\\b.{0,50}\\b${datum}\\b`,
    `\\b(?:look for|check for|recogni[sz]e (?:us|our ${channel}))\\b.{0,30}\\b${datum}\\b.{0,50}\\b(?:genuine|real|from us|is us|ours|${channel})\\b`,
    `\\brecogni[sz]e (?:us|our ${channel}|a genuine ${channel})\\b.{0,20}\\b(?:by|from|because|when|if)\\b.{0,30}\\b${datum}\\b`,
  ].join("|"),
);

/**
 * A page makes something personal the mark of a genuine message: "a genuine e-mail always has your name". After a leak
 * that rule vouches for the scammer.
 */
export const personalDataAsProof = sentenceRule((sentence) => {
  const text = ownWords(sentence);
  if (isRefusing(text) || isRefusing(sentence.leadIn) || isAboutScams(text)) return undefined;
  return marks.exec(text)?.[0];
});
