export const responses = {
  title: "Responses",
};
