/** The single English words that the detector knows. */

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/));
}

/** Of the verbs here, those that double their last letter before "ing". */
const doubling = set("submit drop");

function gerundsOf(verbs: ReadonlySet<string>): ReadonlySet<string> {
  return new Set(
    [...verbs].map((verb) => {
      if (doubling.has(verb)) return `${verb}${verb.at(-1)}ing`;
      return `${verb.replace(/e$/, "")}ing`;
    }),
  );
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
/** With `off` after them. */
export const switchVerbs = set("turn switch take");
export const accessVerbs = set(
  "install download open run start accept allow give grant share show let use join enable launch provide approve",
);
export const giveGerunds = gerundsOf(giveVerbs);
export const weakenGerunds = gerundsOf(weakenVerbs);
export const switchGerunds = gerundsOf(switchVerbs);
export const gerunds = new Set([...giveGerunds, ...weakenGerunds, ...switchGerunds]);
/** "Have your password ready." */
export const holdVerbs = set("have keep");
export const atHand = set("ready handy hand");
/** "Read out your code." */
export const aloud = set("out aloud");
/** "Can we have your code?" */
export const mayWe = set("can could may might");
export const takeVerbs = set("have get see take");
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
/** They allow the reader a thing rather than demand it. */
export const permissions = set("can may could");
export const articles = set("a an the your this that these those any each every my");

export const by = set("by");
export const off = set("off");
export const any = set("any");
export const or = set("or nor");
/** "Share it with nobody." */
export const refusalsWith = set("with to");
export const nobody = set("nobody none no");
/** "You are required to send", "the easiest way is to send". */
export const duties = set(
  "need have required requested instructed expected obliged sure remember free welcome invited necessary safe fine okay ok important enough quickest fastest easiest faster easier quicker best ready forget hesitate afraid",
);

export const us = set("us me");
export const we = set("we i");
export const you = set("you you'll");
export const readers = set("you clients customers");
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

/** Marks that may stand inside an object. */
export const innerMarks = set(", ( )");
/** What may stand between two verbs: the second ends the object of the first. */
export const joints = set(", and or then");
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
