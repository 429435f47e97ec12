export const templates = {
  title: "Templates",
  status:
    "Texts to begin replies with, and for the rules that thank. Colleagues find them with / in an empty line of a reply.",
  empty: "No templates yet",
  emptyText:
    "Write down what you explain to customers again and again. A reply still needs a sentence of its own before it is sent.",
  emptyAgent: "Managers write them: texts to begin replies with, found with / in an empty line.",
  list: "Templates",
  new: "New template",
  newText: "In one language; make another one of the same name for each further language.",
  change: "Change",
  changeNamed: "Change the template {name}",
  end: "End",
  endNamed: "End the template {name}",
  endText: "It is offered no more. Replies that began with it stay as they are.",
  endSent:
    "{n, plural, one {The rule {rules} sends} other {The rules {rules} send}} it to customers: whoever answers in {language} gets it no more.",
  endSuggested:
    "{n, plural, one {The rule {rules} suggests} other {The rules {rules} suggest}} it for replies, and will suggest nothing instead.",
  sentBy: "{n, plural, one {The rule {rules} sends} other {The rules {rules} send}} it to customers.",
  suggestedBy:
    "{n, plural, one {The rule {rules} suggests} other {The rules {rules} suggest}} it for replies.",
  changeSent:
    "{n, plural, one {The rule {rules} sends} other {The rules {rules} send}} it to customers as it stands here. If it names the colleague who writes, or leads to a review site, it is not sent.",
  name: "Name",
  nameHint: "What colleagues look for, such as Thanks or Late delivery.",
  language: "Language",
  text: "Text",
  textHint: "Filled in when it is put into a reply: {variables}.",
  save: "Save template",
  saving: "Saving",
  saved: "The template is saved",
  ended: "The template is offered no more",
  close: "Close dialog",
  button: "Templates",
  begin: "Begin with “{name}”",
  find: "Find a template",
  findHint: "Type a part of its name or text. Arrows move, Enter puts it in.",
  none: "No template has these words.",
  noneYet: "There are no templates yet. Managers write them in the settings.",
  put: "The template is in the reply. Add a sentence of your own.",
  unfilled:
    "{count, plural, one {{first} is not filled in. Write it yourself, or take it out, before you send.} other {{first} and more are not filled in. Write them yourself, or take them out, before you send.}}",
};
