"""The commands. The only room that reads the clock and the environment, prints and exits."""
