"""Records: films told in fields and lists, "TITLE – DIRECTOR (Country)", wherever they stand."""
