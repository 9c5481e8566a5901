/** The single English words that the detector knows. */

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/));
}

/** Verbs that hand something over. */
export const giveVerbs = set(
  "give send tell share provide forward supply submit disclose reveal dictate email text message reply respond hand pass mail state quote include attach post show surrender",
);
/** Verbs that people also do on our own pages: they ask only with a destination that is us. */
export const typeVerbs = set(
  "enter type paste input confirm read write say repeat spell upload put fill verify use add speak",
);
export const weakenVerbs = set(
  "disable deactivate remove delete unlock lower weaken suspend pause bypass lift uninstall relax reduce drop",
);
export const weakenGerunds = set(
  "disabling deactivating removing deleting unlocking lowering weakening suspending pausing bypassing lifting relaxing reducing dropping",
);
/** With `off` after them. */
export const switchVerbs = set("turn switch take");
export const switchGerunds = set("turning switching taking");
export const accessVerbs = set(
  "install download open run start accept allow give grant share show let use join enable launch provide approve",
);
export const giveGerunds = set(
  "giving sending telling sharing providing forwarding supplying submitting disclosing emailing texting handing",
);
/** Verbs by which somebody asks for something. */
export const askVerbs = set(
  "ask asks need needs require requires request requests want wants collect collects",
);
/** Other verbs that begin an instruction, so that the object of the verb before them has ended. */
export const otherVerbs = set(
  "open sign go click tap select check choose change create set call phone hang visit follow press scan wait start keep store save make turn move report contact log get find look close end begin try ask answer lock review read write register subscribe bookmark compare remember note print take do have see",
);
/** "Don't forget to send" is no refusal to send. */
export const hollowVerbs = set("forget hesitate worry wait fail delay panic mind be afraid");

export const negators = set(
  "never not don't dont won't wont doesn't doesnt can't cant cannot shouldn't mustn't wouldn't isn't aren't needn't didn't nobody none neither nor without no nothing avoid stop refuse instead",
);
export const adverbs = set(
  "please kindly now then first next just simply always also only quickly immediately temporarily briefly either ever directly already still sometimes usually again even all too once",
);
export const modals = set("must should shall can could may might will would need");
export const articles = set("a an the your this that these those any each every my");

export const us = set("us me");
/** Who speaks for the firm. */
export const ourPeople = set(
  "we i agent agents specialist specialists team support staff employee employees representative representatives advisor adviser operator operators colleague colleagues desk we'll we'd",
);
/** Things of ours that ask for a secret rightly. */
export const ourPages = set(
  "page pages app site website screen device browser you they he she it you'll",
);
export const thirdParties = set(
  "scammer scammers scammer's fraudster fraudsters criminal criminals impostor impostors imposter attacker attackers thief thieves stranger strangers caller callers someone somebody anyone anybody they he she people fake false scam scams phishing claiming claims claim pretending pretends pretend posing poses impersonating impersonates supposed supposedly called says saying whoever",
);
/** After "anyone who asks ..." these say that the sentence is a warning. */
export const warnings = set(
  "scam scams scammer scammers fraud fraudster fake phishing hang report refuse impostor criminal lying stop suspicious",
);
export const speechVerbs = set(
  "say says said tell tells told claim claims ask asks asked insist insists urge urges pretend pretends want wants demand demands convince persuade trick threaten instruct instructs order orders try tries",
);
export const conditions = set(
  "if when whenever before after once unless until that what who which where because why whether as while",
);
export const troubles = set(
  "fails failed fail error problem trouble stuck refused rejected again retry upload uploading cannot can't doesn't",
);
export const exceptions = set("unless except excluding but besides");

/** End the object of a verb: what follows belongs to another phrase. */
export const objectEnds = set(
  "to from in into on onto at about if when that which who because until unless so using by for where whether what how why before after asking asks asked requesting you yourself he she they we it their his her than as via never not no without nobody without don't is are was were has have will can with",
);
/** A noun after an item that makes it something else: a "password manager" is no password. */
export const otherThings = set(
  "manager managers reset resets link policy field button box generator strength settings rules tips guide article screen page notice app problem problems change changes expired request of",
);
/** Taking away a lost or a foreign thing makes the account stronger. */
export const strengthening = set(
  "lost stolen old unused unknown unrecognised unrecognized unfamiliar recognise recognize longer didn't expired scammer's replaced",
);
