"""Release round-ups: film after film of heading, cast line, synopsis and trivia."""
