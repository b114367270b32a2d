"""Articles: running prose, sentence by sentence, with what the paragraph is about kept in mind."""
