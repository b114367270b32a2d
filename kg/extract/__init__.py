"""Document -> claims: one module a kind of page, a shared phrase grammar, lexicons as data."""
