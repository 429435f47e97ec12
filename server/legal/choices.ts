/** The grounds that contacts can have who come without one. */
export const usualGrounds = ["existing_customer", "neutral_survey", "none"] as const;
