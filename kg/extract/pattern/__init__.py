"""The pattern language of the grammar: a line of a grammar file becomes a matcher over tokens."""
