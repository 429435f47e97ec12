export const mostDrivers = 5;
