export const absences = {
  title: "Away",
  ownText:
    "While you are away a colleague stands in: new cases of yours go to them, and they get your alerts too. Cases you have stay yours.",
  allText:
    "While somebody is away a colleague stands in: new cases go to them, and they get the alerts too. Open cases stay where they are and say who stands in.",
  nobody: "Nobody is away.",
  notAway: "You are here.",
  who: "Who",
  fromDay: "First day",
  toDay: "Last day",
  cover: "Who stands in",
  choose: "Choose a colleague",
  nobodyElse: "Invite a colleague first; somebody has to stand in.",
  add: "Set days away",
  adding: "Setting…",
  added: "Set. {cover} stands in.",
  line: "{name}, {days}",
  standsIn: "{cover} stands in",
  end: "End",
  endNamed: "End: {name}, {days}",
  ended: "The days away of {name} are taken back.",
  awayUntil: "Away until {day}, {cover} covers",
};
