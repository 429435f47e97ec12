export const teams = {
  title: "Teams",
  status: "Who works in which team, and what agents and viewers see.",
  teams: "Teams",
  noTeams: "There are no teams yet. They come with your contacts: the column “Team” of an import.",
  nobody: "Nobody works in it yet.",
  lead: "{name} (lead)",
  change: "Change",
  changeNamed: "Change who works in {name}",
  changeTitle: "Who works in {name}",
  close: "Close",
  membersLegend: "Members",
  membersHint:
    "One may work in several teams. Who leads a team is set under Working time, and belongs to it in any case.",
  membersSaved: "Who works in {name} is saved.",
  save: "Save",
  saving: "Saving…",

  sightTitle: "What agents and viewers see",
  sightText:
    "A case and an answer belong to the team that the customer had when they were asked. Administrators and managers always see everything. What is given to somebody, mentions them in a note or has a promise of theirs, they see whatever its team; and what is given to somebody, who stands in for them as well.",
  seesLegend: "Agents and viewers see",
  sees: {
    everything: "All cases and answers",
    teams_and_none: "Their own teams’ cases and answers, and those of no team",
    teams: "Their own teams’ cases and answers only",
  },
  seesHint: {
    everything: "Whoever works here can help every customer.",
    teams_and_none: "What belongs to no team stays everybody’s.",
    teams: "What belongs to no team is left to managers and administrators.",
  },
  previewTitle: "What this means",
  unplaced: {
    teams_and_none:
      "{n, plural, one {# agent or viewer is} other {# agents and viewers are}} in no team and would see only what belongs to no team, is given to them or mentions them: {names}.",
    teams:
      "{n, plural, one {# agent or viewer is} other {# agents and viewers are}} in no team and would see only what is given to them or mentions them: {names}.",
  },
  allPlaced:
    "All agents and viewers are in a team. They would see its cases and answers, and figures of those.",
  keysSeeAll: "API keys, chat channels and share links have no team: they show everything.",
  sightSaved: "Saved. It holds at once, on every open page.",
  setBy: "Set by {name} on",
  setSince: "Set on",
};
