"""What can fill a slot of a pattern: people, companies, titles, places, festivals; where each stands, and how well."""
