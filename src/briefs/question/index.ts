export {
  isAnswered,
  type PossibleAnswer,
  possibleAnswers,
  type Question,
  type QuestionLine,
  questionLineSchema,
} from "./question.ts";
export { insertCheck, insertQuestion, questionsOf } from "./store.ts";
